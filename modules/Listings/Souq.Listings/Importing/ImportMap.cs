using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Souq.Kernel;

namespace Souq.Listings.Importing;

/// <summary>
/// How the columns of somebody else's file become ours. All parts are optional; without a map the file has our columns already.
/// </summary>
/// <param name="Columns">Our column → theirs.</param>
/// <param name="Constants">Our column → the same value on every line.</param>
/// <param name="Values">Our column → their value (accents and case ignored) → ours; an empty value leaves the column out.</param>
/// <param name="Flags">Our column of several choices → their column → the choice, taken when the cell says 1, true, yes or oui.</param>
/// <param name="Templates">Our column → a sentence with their columns in braces, such as <c>{Brand} {year}</c>; a capital asks for capitals.</param>
public sealed partial record ImportMap(
    IReadOnlyDictionary<string, string>? Columns = null,
    IReadOnlyDictionary<string, string>? Constants = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Values = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Flags = null,
    IReadOnlyDictionary<string, string>? Templates = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="JsonException">The file is not a map.</exception>
    public static ImportMap Read(Stream json) => JsonSerializer.Deserialize<ImportMap>(json, Json) ?? new ImportMap();

    /// <summary>One line of their file as one of ours.</summary>
    public ImportRow Apply(int line, IReadOnlyDictionary<string, string> theirs)
    {
        var ours = Columns is null ? new Dictionary<string, string>(theirs) : [];
        foreach (var (our, their) in Columns ?? Nothing) ours[our] = theirs.GetValueOrDefault(their) ?? "";
        foreach (var (our, value) in Constants ?? Nothing) ours[our] = value;
        foreach (var (our, template) in Templates ?? Nothing) ours[our] = Compose(template, theirs);
        foreach (var (our, flags) in Flags ?? NoTables)
            ours[our] = string.Join('|', flags.Where(f => IsYes(theirs.GetValueOrDefault(f.Key))).Select(f => f.Value));
        foreach (var (our, table) in Values ?? NoTables)
            if (ours.TryGetValue(our, out var value)) ours[our] = Translate(table, value);
        return new ImportRow(line, ours);
    }

    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> NoTables = [];

    private static string Translate(IReadOnlyDictionary<string, string> table, string value)
    {
        var folded = ArabicText.Fold(value);
        foreach (var (their, our) in table)
            if (ArabicText.Fold(their) == folded) return our;
        return value;
    }

    private static string Compose(string template, IReadOnlyDictionary<string, string> theirs) =>
        SafeText.Line(Placeholder().Replace(template, m => Cell(m.Groups[1].Value, theirs)));

    private static string Cell(string name, IReadOnlyDictionary<string, string> theirs) =>
        theirs.GetValueOrDefault(name) ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
            theirs.GetValueOrDefault(name.ToLowerInvariant()) ?? "");

    private static bool IsYes(string? cell) => cell?.Trim().ToUpperInvariant() is "1" or "TRUE" or "YES" or "OUI" or "X";

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
