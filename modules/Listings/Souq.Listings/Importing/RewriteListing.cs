using Souq.Catalog.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Importing;

/// <summary>A program gives one of its seller's adverts anew; what differs is written and sent off.</summary>
public sealed record RewriteListing(Guid ListingId, Guid ActorId, ImportRow Row);

public static class RewriteListingHandler
{
    public static (Events, OutgoingMessages) Handle(RewriteListing command, [WriteModel] Listing listing, ICatalog catalog, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        if (command.Row.Ref.Length > 0 && command.Row.Ref != listing.Ref) throw new RefusedException("Api.RefStays", "ref");
        var (content, refusals) = RowContent.Read(command.Row, catalog.Current);
        if (content is null) throw new RefusedException(refusals);
        var (events, facts) = Rewriting.Decide(listing, content, backInStock: false, catalog.Current, time.GetUtcNow());
        return (new Events(events), [.. facts]);
    }
}
