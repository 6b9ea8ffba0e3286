using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Pricing;
using Souq.Web.Memory;

namespace Souq.Listings.Browsing;

/// <summary>What comparing needs of an advert.</summary>
/// <param name="Answers">To <see cref="LikeSamples.Asked"/>, in their order.</param>
public sealed record LikeAdvert(
    Guid Id, long Number, Guid SellerId, long? Price, PricePer Per, int CommuneCode, bool HasPhoto, DateTimeOffset ListedAt, IReadOnlyList<string?> Answers);

/// <param name="Keys">Of the attributes that were asked for.</param>
/// <param name="IsWhole">There are no others.</param>
public sealed record LikeSample(IReadOnlyList<string> Keys, IReadOnlyList<LikeAdvert> Adverts, bool IsWhole)
{
    public string? Answer(LikeAdvert advert, string key)
    {
        for (var i = 0; i < Keys.Count; i++)
            if (Keys[i] == key) return advert.Answers[i];
        return null;
    }
}

/// <summary>
/// The newest adverts of a model or a section, which an advert's page compares it with: thousands of pages ask for the same few hundred of them.
/// They are remembered for half a minute; whoever shows one of them looks first whether it can still be had.
/// </summary>
public sealed class LikeSamples(SearchReader reader, ICatalog catalog, IConfiguration configuration, TimeProvider time) : IDisposable
{
    private const int Most = 400;

    private readonly ShortMemory memory = new(configuration, limit: 100_000);

    /// <summary>What tells things of a section apart, and what their prices depend on.</summary>
    public static IReadOnlyList<string> Asked(Section section) =>
        [.. Similarity.Identity(section).Select(a => a.Key).Concat(SimilarAdverts.Details.Where(key => section.Attribute(key) is not null)).Distinct()];

    /// <param name="query">A section and attributes that name a thing.</param>
    public Task<LikeSample> Of(SearchQuery query, CancellationToken cancellation) =>
        memory.Of(SearchParameters.Address(query, catalog.Current), () => Read(query, cancellation), sample => 1 + sample.Adverts.Count);

    public void Dispose() => memory.Dispose();

    private async Task<LikeSample> Read(SearchQuery query, CancellationToken cancellation)
    {
        IReadOnlyList<string> keys = catalog.Current.Section(query.SectionId ?? 0) is { } section ? Asked(section) : [];
        // The same few makes and years over and over.
        var words = new Dictionary<string, string>();
        var adverts = await reader.Newest(
            SearchFilter.Of(query, catalog.Current, time.GetUtcNow()), "id, number, seller_id, price, price_per, commune, photo is not null, listed_at, attributes::text", Most, Advert,
            cancellation: cancellation);
        return new LikeSample(keys, adverts, adverts.Count < Most);

        LikeAdvert Advert(NpgsqlDataReader row)
        {
            using var attributes = JsonDocument.Parse(row.GetString(8));
            return new LikeAdvert(
                row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.IsDBNull(3) ? null : row.GetInt64(3), (PricePer)row.GetInt16(4), row.GetInt32(5), row.GetBoolean(6),
                row.GetFieldValue<DateTimeOffset>(7), [.. keys.Select(key => attributes.RootElement.TryGetProperty(key, out var value) ? Once(value.ToString()) : null)]);
        }

        string Once(string word) => words.TryGetValue(word, out var same) ? same : words[word] = word;
    }
}
