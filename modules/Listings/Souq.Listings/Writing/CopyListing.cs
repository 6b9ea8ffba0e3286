using Marten;
using Souq.Kernel;
using Souq.Listings.Numbers;
using Wolverine.Marten;

namespace Souq.Listings.Writing;

/// <summary>The seller begins a new advert with what an older one of his says, to change and submit.</summary>
/// <param name="ListingId">Of the new one.</param>
/// <param name="FromId">The older one.</param>
public sealed record CopyListing(Guid ListingId, Guid ActorId, Guid FromId);

public static class CopyListingHandler
{
    public static async Task<(Listing?, long)> LoadAsync(CopyListing command, IDocumentSession session, ListingNumbers numbers, CancellationToken cancellation) =>
        (await session.LoadAsync<Listing>(command.FromId, cancellation), await numbers.Next(cancellation));

    public static IStartStream Handle(CopyListing command, Listing? from, long number, TimeProvider time)
    {
        if (from is null) throw new NotFoundException("The listing");
        from.MustBelongTo(command.ActorId);
        return MartenOps.StartStream<Listing>(command.ListingId, Decide(from, number, time.GetUtcNow()));
    }

    public static object[] Decide(Listing from, long number, DateTimeOffset now)
    {
        if (from.Life == ListingLife.Removed) throw new RefusedException("Listing.RemovedStays");
        var (content, started) = (from.Shown, new DraftStarted(from.SellerId, number, now, from.Id));
        return
        [
            started, new DetailsWritten(content.SectionId, content.Attributes),
            .. content.Price is null ? Array.Empty<object>() : [new WordsWritten(content.Title, content.Description, content.Price, content.CommuneCode)],
            .. content.Photos.Select(p => new PhotoAdded(p)),
        ];
    }
}
