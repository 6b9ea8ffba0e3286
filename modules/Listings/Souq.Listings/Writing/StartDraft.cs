using Souq.Catalog.Contracts;
using Souq.Listings.Numbers;
using Wolverine.Marten;

namespace Souq.Listings.Writing;

/// <summary>A seller begins an advert in a section.</summary>
/// <param name="Attributes">As typed, by attribute key.</param>
public sealed record StartDraft(Guid ListingId, Guid ActorId, int SectionId, IReadOnlyDictionary<string, string?> Attributes);

public static class StartDraftHandler
{
    public static Task<long> LoadAsync(ListingNumbers numbers, CancellationToken cancellation) => numbers.Next(cancellation);

    public static IStartStream Handle(StartDraft command, long number, ICatalog catalog, TimeProvider time) =>
        MartenOps.StartStream<Listing>(command.ListingId, Decide(command, number, catalog.Current, time.GetUtcNow()));

    public static object[] Decide(StartDraft command, long number, CatalogSnapshot catalog, DateTimeOffset now) =>
        [new DraftStarted(command.ActorId, number, now), WriteDetailsHandler.Decide(command.SectionId, command.Attributes, catalog)];
}
