using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Souq.Architecture.Reading;

/// <summary>The texts of one marker class (<c>ListingsText</c>): key to words, in each of the three languages.</summary>
/// <param name="Project">Name of the project they belong to.</param>
internal sealed partial record Texts(
    string Path, string Project, IReadOnlyDictionary<string, string> En, IReadOnlyDictionary<string, string> Ar, IReadOnlyDictionary<string, string> Fr)
{
    public static IReadOnlyList<Texts> All { get; } = [.. Repository.Product(".resx")
        .Where(f => !Localised().IsMatch(f.Path)).Select(f => new Texts(f.Path, Reading.Project.Of(f.Path).Name, Read(f.FullPath), Read(f, "ar"), Read(f, "fr")))];

    public IEnumerable<(string Language, IReadOnlyDictionary<string, string> Words)> Languages => [("en", En), ("ar", Ar), ("fr", Fr)];

    /// <summary>Keys of counted things: there is a <c>.one</c> and an <c>.other</c>.</summary>
    public IReadOnlySet<string> Counted =>
        En.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal)).Select(k => k[..^6]).Where(k => En.ContainsKey(k + ".one")).ToHashSet();

    public bool IsFormOfCounted(string key) => key.LastIndexOf('.') is > 0 and var dot && Counted.Contains(key[..dot]) && Forms.Contains(key[(dot + 1)..]);

    public static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>Zero may be left to other: most things are not counted when there are none.</summary>
    public static readonly string[] ArabicForms = ["one", "two", "few", "many", "other"];

    /// <summary><c>{0}</c>, <c>{1:N0}</c> … by number.</summary>
    public static string Placeholders(string words) =>
        string.Join(' ', Placeholder().Matches(words).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    public override string ToString() => Path;

    private static Dictionary<string, string> Read(SourceFile neutral, string language) =>
        neutral.FullPath[..^".resx".Length] + $".{language}.resx" is var path && File.Exists(path) ? Read(path) : [];

    private static Dictionary<string, string> Read(string path) => XDocument.Load(path).Root!.Elements("data")
        .GroupBy(d => d.Attribute("name")!.Value).ToDictionary(g => g.Key, g => g.Last().Element("value")!.Value);

    [GeneratedRegex(@"\.(ar|fr|en)\.resx$")]
    private static partial Regex Localised();

    [GeneratedRegex(@"(?<!\{)\{(\d+)[^{}]*\}")]
    private static partial Regex Placeholder();
}
