using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Publishing;

namespace Souq.Listings.Importing;

/// <summary>What becomes of a line of a file.</summary>
public enum LineFate { New, Changed, Unchanged, Refused }

/// <summary>A line and all that follows from it. Pure: a trial and the real run decide alike.</summary>
/// <param name="Version">Of the advert before; 0 for a new one.</param>
public sealed record DecidedLine(
    int Line, Guid ListingId, long Version, LineFate Fate, Listing? Listing, IReadOnlyList<object> Events, IReadOnlyList<object> Facts,
    IReadOnlyList<Refusal> Refusals)
{
    /// <param name="known">The seller's advert of that ref, if there is one.</param>
    /// <param name="number">For a new advert.</param>
    public static DecidedLine Of(
        ImportRow row, Guid listingId, Listing? known, ImportListings how, Func<long> number, CatalogSnapshot catalog, DateTimeOffset now) =>
        known is null && row.Ref.StartsWith('#')
            ? new(row.Line, listingId, 0, LineFate.Refused, null, [], [], [new Refusal("Import.NoSuchNumber", "ref", PriceCells.Short(row.Ref))])
        : known is null ? New(row, listingId, how, number(), catalog, now)
        : !how.Update ? new(row.Line, listingId, known.Version, LineFate.Unchanged, known, [], [], [])
        : Again(row, known, catalog, now);

    private static DecidedLine New(ImportRow row, Guid id, ImportListings how, long number, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var (events, listing, refusals) = ImportDecision.Decide(row, how.SellerId, number, how.Publish, catalog, now);
        return listing is null
            ? new(row.Line, id, 0, LineFate.Refused, null, [], [], refusals)
            : new(row.Line, id, 0, LineFate.New, listing with { Id = id }, events, FactsOf(listing with { Id = id }, events[^1]), []);
    }

    private static DecidedLine Again(ImportRow row, Listing known, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var (content, refusals) = RowContent.Read(row, catalog);
        if (content is null) return Refused(refusals);
        try
        {
            var (events, facts) = Rewriting.Decide(known, content, backInStock: true, catalog, now);
            return new(row.Line, known.Id, known.Version, events.Count > 0 ? LineFate.Changed : LineFate.Unchanged, known, events, facts, []);
        }
        catch (RefusedException refused)
        {
            return Refused(refused.Refusals);
        }

        DecidedLine Refused(IReadOnlyList<Refusal> why) => new(row.Line, known.Id, known.Version, LineFate.Refused, known, [], [], why);
    }

    private static IReadOnlyList<object> FactsOf(Listing listing, object last) =>
        last is Published published ? ListingFacts.Unseen(listing, published) : [SubmitListingHandler.FactOf(listing, (Submitted)last)];
}
