using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Souq.Listings.Watching;

/// <summary>An advert as its row in the search table has it, to be held against searches: of its words and tags those that searches ask for.</summary>
internal sealed class ComingAdvert
{
    /// <summary>Columns of the search table <c>s</c>.</summary>
    public const string Columns = """
        s.id, s.words, s.tags, s.price, s.commune, s.area, s.listed_at, s.dropped_at, s.attributes::text,
          exists (select from listings.mt_doc_sellerstore store where store.id = s.seller_id), s.seller_id
        """;

    private readonly HashSet<int> terms = [];
    private readonly Dictionary<int, NpgsqlTsVector.Lexeme> places = [];
    private readonly string attributes;
    private Dictionary<string, decimal>? numbers;

    public ComingAdvert(NpgsqlDataReader row, Terms known)
    {
        Id = row.GetGuid(0);
        foreach (var lexeme in row.GetFieldValue<NpgsqlTsVector>(1))
            if (known.OfWord(lexeme.Text) is { } term && terms.Add(term)) places[term] = lexeme;
        foreach (var lexeme in row.GetFieldValue<NpgsqlTsVector>(2))
            if (known.OfTag(lexeme.Text) is { } term) terms.Add(term);
        (Price, Commune, Area) = (row.IsDBNull(3) ? null : row.GetInt64(3), row.GetInt32(4), row.GetInt32(5));
        (ListedAt, DroppedAt) = (row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7));
        (attributes, IsStores) = (row.GetString(8), row.GetBoolean(9));
        if (known.OfTag(Watch.By(row.GetGuid(10))) is { } seller) terms.Add(seller);
    }

    public Guid Id { get; }

    public IReadOnlyCollection<int> Terms => terms;

    public long? Price { get; }

    public int Commune { get; }

    public int Area { get; }

    public DateTimeOffset ListedAt { get; }

    public DateTimeOffset? DroppedAt { get; }

    /// <summary>Its seller has a store.</summary>
    public bool IsStores { get; }

    public bool HasAny(int[] any)
    {
        foreach (var term in any)
            if (terms.Contains(term)) return true;
        return false;
    }

    /// <summary>Side by side, in this order.</summary>
    public bool HasPhrase(int[] phrase)
    {
        foreach (var word in phrase)
            if (!places.ContainsKey(word)) return false;
        var first = places[phrase[0]];
        for (var i = 0; i < first.Count; i++)
            if (GoesOn(phrase, first[i].Pos)) return true;
        return false;
    }

    public decimal? Number(string key)
    {
        numbers ??= Numbers(attributes);
        return numbers.TryGetValue(key, out var number) ? number : null;
    }

    private bool GoesOn(int[] phrase, int position)
    {
        for (var word = 1; word < phrase.Length; word++)
        {
            var (lexeme, found) = (places[phrase[word]], false);
            for (var i = 0; i < lexeme.Count && !found; i++) found = lexeme[i].Pos == position + word;
            if (!found) return false;
        }

        return true;
    }

    private static Dictionary<string, decimal> Numbers(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var numbers = new Dictionary<string, decimal>();
        foreach (var property in parsed.RootElement.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDecimal(out var number)) numbers[property.Name] = number;
        return numbers;
    }
}
