using Souq.Catalog.Contracts;
using Souq.Listings.Browsing.Indexing;
using Souq.Web.Localisation;

namespace Souq.Listings.Browsing;

/// <param name="Similar">Of the same kind of thing and other sellers, the most alike first.</param>
/// <param name="Others">The newest of the same seller.</param>
public sealed record ListingsBeside(IReadOnlyList<SearchHit> Similar, IReadOnlyList<SearchHit> Others);

/// <summary>What stands below an advert. Similar ones are chosen among the newest of the same model and of the section.</summary>
public sealed class SimilarListings(LikeSamples samples, SearchReader reader, ICatalog catalog, TimeProvider time)
{
    /// <summary>With so many of the same model the others of the section are not needed.</summary>
    private const int EnoughOfModel = 12;

    /// <summary>So many more are chosen than are shown, since some may have ended meanwhile.</summary>
    private const int Spare = 2;

    /// <param name="count">Of each kind, at most.</param>
    public async Task<ListingsBeside> Beside(ListingContent content, long number, Guid seller, int count, CancellationToken cancellation = default)
    {
        var chosen = await Choose(content, number, seller, count + Spare, cancellation);
        var there = await reader.Read(
            SearchReader.Select(SearchListings.Columns).Add("available and id = any({0}) union all (", chosen.ToArray())
                .Add($"select {SearchListings.Columns} from {SearchTable.Name} where available and seller_id = {{0}} ", seller)
                .Add($"order by listed_at desc, number desc limit {count + 1})"),
            SearchListings.Hit, cancellation);
        var similar = there.Where(hit => hit.SellerId != seller).ToDictionary(hit => hit.Id);
        return new ListingsBeside(
            [.. chosen.Where(similar.ContainsKey).Take(count).Select(id => similar[id])],
            [.. there.Where(hit => hit.SellerId == seller && hit.Number != number).Take(count)]);
    }

    private async Task<IReadOnlyList<Guid>> Choose(ListingContent content, long number, Guid seller, int count, CancellationToken cancellation)
    {
        var (snapshot, section) = (catalog.Current, catalog.Current.Section(content.SectionId));
        string[] identity = section is null ? [] : [.. Similarity.Identity(section).Select(a => a.Key).Where(content.Attributes.ContainsKey)];
        // A version of a model is that model: among its adverts those of the same version stand first.
        var what = (section is null ? [] : Likeness.Keys(section)).Where(content.Attributes.ContainsKey).ToDictionary(key => key, key => (IReadOnlyList<string>)[content.Attributes[key]]);
        var like = new SearchQuery(SectionId: content.SectionId);
        var (territory, today) = (snapshot.Territory, Formats.Today(time));
        var wilaya = Wilaya(content.CommuneCode);
        var found = new Dictionary<Guid, (LikeAdvert Advert, double Score)>();
        foreach (var query in what.Count > 0 ? new[] { like with { Attributes = what }, like } : [like])
        {
            if (found.Count >= EnoughOfModel) break;
            var sample = await samples.Of(query, cancellation);
            foreach (var advert in sample.Adverts)
                if (advert.Number != number && advert.SellerId != seller)
                    found[advert.Id] = (advert, Similarity.Score(content, identity, wilaya, advert, sample, Wilaya(advert.CommuneCode)));
        }

        return [.. found.Values.OrderByDescending(f => f.Score).ThenByDescending(f => f.Advert.ListedAt).Take(count).Select(f => f.Advert.Id)];

        int? Wilaya(int commune) => territory.Commune(commune) is { } place ? territory.WilayaOf(place, today).Code : null;
    }
}
