using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Publishing;

namespace Souq.Listings.Importing;

/// <summary>What becomes of a line that is new: the events of a whole new advert, or why not. The decisions are those of the forms.</summary>
public static class ImportDecision
{
    /// <param name="publish">Onto the market at once, by the operator's word.</param>
    public static (IReadOnlyList<object> Events, Listing? Listing, IReadOnlyList<Refusal> Refusals) Decide(
        ImportRow row, Guid sellerId, long number, bool publish, CatalogSnapshot catalog, DateTimeOffset now)
    {
        now = row.At ?? now;
        var (content, refusals) = RowContent.Read(row, catalog);
        if (content is null) return ([], null, refusals);
        try
        {
            var given = new HandedIn(sellerId, number, row.Ref.Length > 0 ? row.Ref : null, content, now);
            var listing = Listing.Create(given);
            var submitted = (Submitted)SubmitListingHandler.Decide(listing, catalog, now);
            listing = listing.Apply(submitted);
            if (!publish) return ([given, submitted], listing, []);
            var published = CaseDecidedHandler.Publish(listing, catalog, now);
            return ([given, submitted, published], listing.Apply(published), []);
        }
        catch (RefusedException refused)
        {
            return ([], null, refused.Refusals);
        }
    }
}
