using System.Text.Json;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Web.Localisation;

namespace Souq.Listings.Browsing;

/// <summary>Other adverts of the same kind of thing, the most alike first; chosen among the newest of the section and of the same model.</summary>
public sealed class SimilarListings(NpgsqlDataSource source, ICatalog catalog, TimeProvider time)
{
    private const int Candidates = 60;

    public async Task<IReadOnlyList<SearchHit>> Of(ListingContent content, long number, Guid seller, int count, CancellationToken cancellation = default)
    {
        var (snapshot, section) = (catalog.Current, catalog.Current.Section(content.SectionId));
        var what = section is null ? [] : Similarity.Identity(section).Where(a => content.Attributes.ContainsKey(a.Key)).ToDictionary(a => a.Key, a => content.Attributes[a.Key]);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 5 };
        batch.BatchCommands.Add(Newest("", content.SectionId, number, seller));
        if (what.Count > 0) batch.BatchCommands.Add(Newest(" and attributes @> $4::jsonb", content.SectionId, number, seller, JsonSerializer.Serialize(what)));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<Guid, SearchHit>();
        do
        {
            while (await reader.ReadAsync(cancellation))
            {
                var hit = SearchListings.Hit(reader);
                found[hit.Id] = hit;
            }
        }
        while (await reader.NextResultAsync(cancellation));

        var wilaya = Wilaya(content.CommuneCode, snapshot);
        return
        [
            .. found.Values.Select(hit => (hit, Score: Similarity.Score(content, wilaya, hit, Wilaya(hit.CommuneCode, snapshot), section)))
                .OrderByDescending(s => s.Score).ThenByDescending(s => s.hit.ListedAt).Take(count).Select(s => s.hit),
        ];
    }

    private int? Wilaya(int commune, CatalogSnapshot snapshot) =>
        snapshot.Territory.Commune(commune) is { } place ? snapshot.Territory.WilayaOf(place, DateOnly.FromDateTime(Formats.InAlgiers(time.GetUtcNow()).DateTime)).Code : null;

    private static NpgsqlBatchCommand Newest(string and, params object[] values)
    {
        var command = new NpgsqlBatchCommand(
            $"select {SearchListings.Columns} from {SearchTable.Name} where available and section = $1 and number <> $2 and seller_id <> $3{and} order by listed_at desc, number desc limit {Candidates}");
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
