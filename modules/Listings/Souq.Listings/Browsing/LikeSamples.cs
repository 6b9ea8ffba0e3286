using Microsoft.Extensions.Configuration;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing.Indexing;
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

    /// <summary>Those that have one of the values of each key.</summary>
    public LikeSample Of(IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) => this with
    {
        Adverts = [.. Adverts.Where(a => attributes.All(sought => Answer(a, sought.Key) is { } answer && sought.Value.Contains(answer)))],
    };
}

/// <summary>
/// The newest adverts of a model or a section, which an advert's page compares it with: thousands of pages ask for the same few hundred of them.
/// They are remembered for half a minute; whoever shows one of them looks first whether it can still be had.
/// </summary>
public sealed class LikeSamples(SearchReader reader, ICatalog catalog, IConfiguration configuration, TimeProvider time) : IDisposable
{
    /// <summary>Of a whole section.</summary>
    private const int Most = 400;

    /// <summary>Of a model, whose prices differ by year and mileage; of a section in a wilaya, where they differ by kind and area.</summary>
    private const int MostAlike = 500;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Any = new Dictionary<string, IReadOnlyList<string>>();

    private readonly ShortMemory memory = new(configuration, limit: 400_000);

    /// <summary>What tells things of a section apart, and what their prices depend on.</summary>
    public static IReadOnlyList<string> Asked(Section section) =>
        [.. Similarity.Identity(section).Select(a => a.Key).Concat(SimilarAdverts.Things.Concat(SimilarAdverts.Details).Where(key => section.Attribute(key) is not null)).Distinct()];

    /// <param name="query">A section, attributes that name a thing, perhaps a wilaya.</param>
    public async Task<LikeSample> Of(SearchQuery query, CancellationToken cancellation)
    {
        if (catalog.Current.Section(query.SectionId ?? 0) is not { } section) return new LikeSample([], [], IsWhole: true);
        var what = query.Attributes ?? Any;
        // The adverts of a section in a wilaya are in order of age, and those of a model; those of a kind in a wilaya are not.
        if (query.Wilaya is not null) return (await Newest(section, query with { Attributes = null }, MostAlike, cancellation)).Of(what);
        if (what.Count == Likeness.Keys(section).Count && Likeness.Of(section, key => what.GetValueOrDefault(key) is [var only] ? only : null) is { } likeness) return await Alike(section, likeness, cancellation);
        return await Newest(section, query, Most, cancellation);
    }

    public void Dispose() => memory.Dispose();

    private Task<LikeSample> Newest(Section section, SearchQuery query, int most, CancellationToken cancellation) =>
        Remembered(SearchParameters.Address(query, catalog.Current), section, most, (columns, read) =>
            reader.Newest(SearchFilter.Of(query, catalog.Current, time.GetUtcNow()), columns, most, read, cancellation: cancellation));

    private Task<LikeSample> Alike(Section section, long likeness, CancellationToken cancellation) =>
        Remembered((section.Id, likeness), section, MostAlike, (columns, read) => reader.Read(
            SearchReader.Select(columns).Add("available and likeness = {0} and section = {1}", likeness, section.Id).Add($" order by listed_at desc, number desc limit {MostAlike}"), read, cancellation));

    private Task<LikeSample> Remembered(object key, Section section, int most, Func<string, Func<NpgsqlDataReader, LikeAdvert>, Task<List<LikeAdvert>>> read) => memory.Of(
        key,
        async () =>
        {
            var (keys, words) = (Asked(section), new Dictionary<string, string>());
            var columns = "id, number, seller_id, price, price_per, commune, photo is not null, listed_at" + string.Concat(keys.Select(k => $", attributes ->> '{k.Replace("'", "''", StringComparison.Ordinal)}'"));
            var adverts = await read(columns, row => Advert(row, keys.Count, words));
            return new LikeSample(keys, adverts, adverts.Count < most);
        },
        sample => 1 + sample.Adverts.Count);

    /// <param name="words">The same few makes and years over and over.</param>
    private static LikeAdvert Advert(NpgsqlDataReader row, int answers, Dictionary<string, string> words)
    {
        var said = new string?[answers];
        for (var i = 0; i < answers; i++)
            if (!row.IsDBNull(8 + i)) said[i] = Once(row.GetString(8 + i));
        return new LikeAdvert(
            row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.IsDBNull(3) ? null : row.GetInt64(3), (PricePer)row.GetInt16(4), row.GetInt32(5), row.GetBoolean(6),
            row.GetFieldValue<DateTimeOffset>(7), said);

        string Once(string word) => words.TryGetValue(word, out var same) ? same : words[word] = word;
    }
}
