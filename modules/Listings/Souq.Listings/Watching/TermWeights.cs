using Npgsql;

namespace Souq.Listings.Watching;

/// <summary>How often words and tags come among the adverts, from 0 to 1, as PostgreSQL counted them last; guessed where it has not.</summary>
internal sealed class TermWeights(IReadOnlyDictionary<string, float> counted)
{
    /// <summary>PostgreSQL counts the common ones; whatever it does not name is rarer.</summary>
    private const float Rare = 0.0005f;

    public static TermWeights None { get; } = new(new Dictionary<string, float>());

    private const float OneSeller = 0.00002f;

    public float Of(string term) => term.StartsWith(Watch.ByPrefix, StringComparison.Ordinal) ? OneSeller : counted.TryGetValue(term, out var weight) ? weight : counted.Count > 0 ? Rare : Guess(term);

    private static float Guess(string tag) => tag switch
    {
        "f" => 0.8f,
        "d" => 0.1f,
        ['s', >= '0' and <= '9', ..] => 0.05f,
        ['r' or 'p', >= '0' and <= '9', ..] => 0.02f,
        ['a' or 'n', '.', ..] => 0.02f,
        ['c', >= '0' and <= '9', ..] => 0.002f,
        _ => 0.005f,
    };

    public static async Task<TermWeights> Read(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            select most_common_elems::text::text[], most_common_elem_freqs from pg_stats
            where schemaname = 'listings' and tablename = 'search' and attname in ('words', 'tags') and most_common_elems is not null
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var counted = new Dictionary<string, float>();
        while (await row.ReadAsync(cancellation))
        {
            // The last few frequencies are of the whole column.
            var (terms, weights) = (row.GetFieldValue<string[]>(0), row.GetFieldValue<float[]>(1));
            for (var i = 0; i < Math.Min(terms.Length, weights.Length); i++) counted[terms[i]] = weights[i];
        }

        return new TermWeights(counted);
    }
}
