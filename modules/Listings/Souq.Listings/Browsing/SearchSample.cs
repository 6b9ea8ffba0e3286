using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Souq.Listings.Browsing;

/// <summary>The newest matches of a search, at most <see cref="Size"/>, counted: no page reads all its matches. With fewer matches it is exact.</summary>
public sealed class SearchSample
{
    /// <summary>One more than is counted exactly.</summary>
    public const int Size = SearchQuery.CountCap + 1;

    internal const string Bare = "id, price, listed_at, number";

    internal const string Wide = Bare + ", section, commune, photos, seller_id, dropped_at, attributes::text";

    /// <summary>Bytes from which on an answer is no choice of a list.</summary>
    private const int LongAnswer = 64;

    private const string Placed = Bare + ", commune";

    private const string Sectioned = Bare + ", section";

    private readonly List<long> prices = [];
    private int read;

    /// <summary>At most <see cref="Size"/>, whatever was read beside them.</summary>
    public int Total => Math.Min(read, Size);

    /// <summary>There are more matches than were counted: every count is at least so many.</summary>
    public bool IsCapped => Total >= Size;

    /// <summary>Dinars, ascending, of those that have a price.</summary>
    public IReadOnlyList<long> Prices => prices;

    public Dictionary<int, int> Sections { get; } = [];

    public Dictionary<int, int> Communes { get; } = [];

    public int WithPhotos { get; private set; }

    public int OfStores { get; private set; }

    public int Reduced { get; private set; }

    /// <summary>By attribute key, by value.</summary>
    public Dictionary<string, Dictionary<string, int>> Attributes { get; } = [];

    /// <summary>By attribute key, ascending.</summary>
    public Dictionary<string, List<decimal>> Numbers { get; } = [];

    /// <summary>How many were listed within so many days, for each of <see cref="SearchQuery.Ages"/>.</summary>
    public Dictionary<int, int> Days { get; } = [];

    /// <returns>The sample, and the adverts in it, the newest first.</returns>
    internal static async Task<(SearchSample Sample, IReadOnlyList<Guid> Ids)> Read(SearchReader reader, SearchFilter filter, SampleWish wish, CancellationToken cancellation)
    {
        var sample = new SearchSample();
        var columns = wish.Of switch
        {
            SampleOf.Facets => Wide,
            SampleOf.Places => Placed,
            SampleOf.Sections => Sectioned,
            SampleOf.Answers => $"{Bare}, (attributes -> '{wish.Attributes.Single().Replace("'", "''", StringComparison.Ordinal)}')::text",
            _ => Bare,
        };
        var ids = await reader.Newest(filter, columns, Size, row => sample.Add(row, wish), cancellation: cancellation);
        sample.prices.Sort();
        foreach (var numbers in sample.Numbers.Values) numbers.Sort();
        return (sample, ids);
    }

    private Guid Add(NpgsqlDataReader row, SampleWish wish)
    {
        read++;
        if (!row.IsDBNull(1)) prices.Add(row.GetInt64(1));
        if (wish.Of == SampleOf.Places) Count(Communes, row.GetInt32(4));
        else if (wish.Of == SampleOf.Sections) Count(Sections, row.GetInt32(4));
        else if (wish.Of == SampleOf.Answers && !row.IsDBNull(4)) Answer(wish.Attributes.Single(), row.GetFieldValue<byte[]>(4));
        if (wish.Of != SampleOf.Facets) return row.GetGuid(0);
        var at = row.GetFieldValue<DateTimeOffset>(2);
        foreach (var days in SearchQuery.Ages)
            if (at >= wish.Now.AddDays(-days)) Count(Days, days);
        Count(Sections, row.GetInt32(4));
        Count(Communes, row.GetInt32(5));
        if (row.GetInt16(6) > 0) WithPhotos++;
        if (wish.Stores.Contains(row.GetGuid(7))) OfStores++;
        if (!row.IsDBNull(8) && row.GetFieldValue<DateTimeOffset>(8) > wish.Now - PriceHistory.Memory) Reduced++;
        if (wish.Attributes.Count > 0) Attribute(row.GetFieldValue<byte[]>(9), wish);
        return row.GetGuid(0);
    }

    private void Attribute(ReadOnlySpan<byte> json, SampleWish wish)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = wish.Wished(ref reader);
            reader.Read();
            if (key is not null) Answer(key, ref reader);
            else reader.Skip();
        }
    }

    private void Answer(string key, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Answer(key, ref reader);
    }

    private void Answer(string key, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)) Numbered(key).Add(number);
        else if (reader.TokenType == JsonTokenType.StartArray)
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Count(Valued(key), ref reader);
        else if (reader.TokenType == JsonTokenType.String) Count(Valued(key), ref reader);
    }

    // A thousand adverts give the same few answers: a text is made of each but once.
    private static void Count(Dictionary<string, int> counts, ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > LongAnswer)
        {
            Count(counts, reader.GetString()!);
            return;
        }

        Span<char> text = stackalloc char[LongAnswer];
        CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), text[..reader.CopyString(text)], out _)++;
    }

    private Dictionary<string, int> Valued(string key) => Attributes.TryGetValue(key, out var values) ? values : Attributes[key] = [];

    private List<decimal> Numbered(string key) => Numbers.TryGetValue(key, out var values) ? values : Numbers[key] = [];

    private static void Count<T>(Dictionary<T, int> counts, T key) where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}

/// <summary>What the adverts of a sample are counted by, besides how many there are and what they cost.</summary>
internal enum SampleOf { Nothing, Facets, Places, Sections, Answers }

/// <summary>What of a sample is wanted.</summary>
/// <param name="Attributes">Keys; one for <see cref="SampleOf.Answers"/>.</param>
/// <param name="Stores">Sellers who have one.</param>
internal sealed record SampleWish(SampleOf Of, IReadOnlySet<string> Attributes, IReadOnlySet<Guid> Stores, DateTimeOffset Now)
{
    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();

    private readonly (string Key, byte[] Bytes)[] keys = [.. Attributes.Select(key => (key, Encoding.UTF8.GetBytes(key)))];

    public static SampleWish CountOnly { get; } = new(SampleOf.Nothing, new HashSet<string>(), Nobody, default);

    public static SampleWish Places { get; } = CountOnly with { Of = SampleOf.Places };

    public static SampleWish Sections { get; } = CountOnly with { Of = SampleOf.Sections };

    /// <param name="attribute">Its key.</param>
    public static SampleWish Answers(string attribute) => new(SampleOf.Answers, new HashSet<string> { attribute }, Nobody, default);

    /// <summary>The key the reader stands at, if it is wanted.</summary>
    public string? Wished(ref Utf8JsonReader reader)
    {
        foreach (var (key, bytes) in keys)
            if (reader.ValueTextEquals(bytes)) return key;
        return null;
    }
}
