using System.Globalization;
using System.Text;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Unit.Search;

/// <summary>Words that must find each other and words that must not, with the delivered catalog; one row a kind is printed.</summary>
public class RecallTests(ITestOutputHelper output)
{
    private static readonly CatalogLexicon Lexicon = ShippedCatalog.Load().Lexicon;

    [Theory]
    [InlineData("pairs-shared.tsv")]
    [InlineData("pairs-own.tsv")]
    public void At_least_95_of_100_that_must_match_do_and_none_that_must_not(string file)
    {
        var pairs = Pairs(file);
        var table = new StringBuilder();
        foreach (var kind in pairs.GroupBy(p => p.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
            table.AppendLine(CultureInfo.InvariantCulture, $"{kind.Key,-28} {kind.Count(p => p.IsRight),4} of {kind.Count(),4}");
        var wrong = pairs.Where(p => !p.IsRight).ToList();
        foreach (var pair in wrong) table.AppendLine(CultureInfo.InvariantCulture, $"  {pair.Kind}: “{pair.Query}” {(pair.Must ? "misses" : "finds")} “{pair.Text}”");
        output.WriteLine(table.ToString());

        var must = pairs.Where(p => p.Must).ToList();
        (must.Count(p => p.IsRight) * 100.0 / must.Count).ShouldBeGreaterThanOrEqualTo(95, table.ToString());
        wrong.Where(p => !p.Must).ShouldBeEmpty(table.ToString());
    }

    private static List<Pair> Pairs(string file)
    {
        using var reader = new StreamReader(typeof(RecallTests).Assembly.GetManifestResourceStream("Souq.Unit.Search." + file)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(p => new Pair(p[0], p[1], p[2] == "yes", p[3].Split(':')[0]))];
    }

    private sealed record Pair(string Query, string Text, bool Must, string Kind)
    {
        public bool IsRight => Must == Finds;

        private bool Finds => ArabicText.Query(Query, Lexicon) is { Count: > 0 } terms && terms.All(term => term.IsMetBy(ArabicText.Lexemes(Text, Lexicon)));
    }
}
