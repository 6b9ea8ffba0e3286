using Souq.Catalog.Contracts;
using Souq.Web.Localisation;

namespace Souq.Listings.Browsing;

/// <summary>Other adverts of the same kind of thing, the most alike first; chosen among the newest of the section and of the same model.</summary>
public sealed class SimilarListings(SearchReader reader, ICatalog catalog, TimeProvider time)
{
    private const int Candidates = 24;

    public async Task<IReadOnlyList<SearchHit>> Of(ListingContent content, long number, Guid seller, int count, CancellationToken cancellation = default)
    {
        var (snapshot, section) = (catalog.Current, catalog.Current.Section(content.SectionId));
        var what = section is null ? [] : Similarity.Identity(section).Where(a => content.Attributes.ContainsKey(a.Key))
            .ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[content.Attributes[a.Key]]);
        var like = new SearchQuery(SectionId: content.SectionId);
        var found = new Dictionary<Guid, SearchHit>();
        // Where enough are of the same model, the others of the section are not needed.
        foreach (var query in what.Count > 0 ? new[] { like with { Attributes = what }, like } : [like])
        {
            if (found.Count >= Candidates / 2) break;
            foreach (var hit in await reader.Newest(SearchFilter.Of(query, snapshot, time.GetUtcNow()), SearchListings.Columns, Candidates, SearchListings.Hit, cancellation: cancellation))
                if (hit.Number != number && hit.SellerId != seller) found[hit.Id] = hit;
        }

        var wilaya = Wilaya(content.CommuneCode, snapshot);
        return
        [
            .. found.Values.Select(hit => (hit, Score: Similarity.Score(content, wilaya, hit, Wilaya(hit.CommuneCode, snapshot), section)))
                .OrderByDescending(s => s.Score).ThenByDescending(s => s.hit.ListedAt).Take(count).Select(s => s.hit),
        ];
    }

    private int? Wilaya(int commune, CatalogSnapshot snapshot) =>
        snapshot.Territory.Commune(commune) is { } place ? snapshot.Territory.WilayaOf(place, Formats.Today(time)).Code : null;
}
