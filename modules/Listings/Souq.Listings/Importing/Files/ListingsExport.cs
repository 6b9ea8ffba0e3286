using System.Globalization;
using System.Runtime.CompilerServices;
using Marten;
using Souq.Catalog.Contracts;
using Souq.Listings.Display;

namespace Souq.Listings.Importing.Files;

/// <summary>A seller's adverts as a file that can be sent in again: unchanged, it changes nothing. What is sold, withdrawn or removed is left out.</summary>
public sealed class ListingsExport(IListingsStore store, ICatalog catalog, ListingDisplay display)
{
    /// <summary>The headings, then a row for each advert, as they are read from the database.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Rows(Guid sellerId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (snapshot, today) = (catalog.Current, display.Today);
        await using var session = store.QuerySession();
        var mine = session.Query<Listing>().Where(l =>
            l.SellerId == sellerId && (l.Life == ListingLife.NotYet || l.Life == ListingLife.Published || l.Life == ListingLife.Expired));
        var keys = await Attributes(sellerId, session, cancellation);
        string[] columns = [.. ImportColumns.Fixed, .. keys.Select(key => ImportColumns.Attribute + key)];
        yield return columns;
        await foreach (var listing in mine.OrderBy(l => l.Number).ToAsyncEnumerable(cancellation))
        {
            // A draft that was never sent off is not an advert yet.
            if (listing.Draft.Price is null || listing is { Life: ListingLife.NotYet, Review: ListingReview.Draft }) continue;
            var reference = listing.Ref ?? "#" + listing.Number.ToString(CultureInfo.InvariantCulture);
            var cells = RowContent.Write(reference, listing.Draft, snapshot, today);
            yield return [.. columns.Select(column => cells.GetValueOrDefault(column) ?? "")];
        }
    }

    private static Task<IReadOnlyList<string>> Attributes(Guid sellerId, IQuerySession session, CancellationToken cancellation) => session.QueryAsync<string>(
        """
        select distinct jsonb_object_keys(coalesce(nullif(data -> 'written', 'null'), data -> 'public') -> 'attributes') from listings.mt_doc_listing
        where data ->> 'sellerId' = ? order by 1
        """, cancellation, sellerId.ToString());
}
