using System.Collections.Frozen;
using System.Text.Json;
using Souq.Kernel;

namespace Souq.Listings.Importing;

/// <summary>What people call our columns, and the few words that stand in some of them, in three languages (<c>words.json</c>).</summary>
public static class ImportWords
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Known = Load();

    /// <summary>Our column for a heading of somebody else's file; <c>null</c> when it says nothing to us.</summary>
    public static string? Column(string heading) => Of("columns", heading);

    /// <summary>Our word for a cell of <c>price_type</c>, <c>price_unit</c> or <c>price_per</c>; <c>null</c> when it is none.</summary>
    public static string? Of(string column, string cell) => Known[column].GetValueOrDefault(ArabicText.Fold(cell));

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        using var json = typeof(ImportWords).Assembly.GetManifestResourceStream("Souq.Listings.Importing.words.json")!;
        var words = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(json)!;
        return words.ToFrozenDictionary(table => table.Key, table => table.Value
            .SelectMany(ours => ours.Value.Select(theirs => (Ours: ours.Key, Theirs: ArabicText.Fold(theirs))))
            .DistinctBy(pair => pair.Theirs).ToFrozenDictionary(pair => pair.Theirs, pair => pair.Ours));
    }
}
