using System.Text.RegularExpressions;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Checking;

/// <summary>Names that are missing in a language, or stand in the letters of another.</summary>
internal static partial class Translations
{
    /// <summary>Lists of proper names, which people here also write in Latin letters: a model called R4 is called so.</summary>
    private static readonly string[] ProperNames = ["-makes", "-models", "-versions", "-brands", "processors", "consoles", "mobile-operators"];

    public static IEnumerable<Finding> Check(IReadOnlyList<SectionDefinition> sections, IReadOnlyList<ChoiceList> lists, Territory territory)
    {
        foreach (var section in sections)
        {
            foreach (var finding in Name(section.Slug, section.Name)) yield return finding;
            foreach (var asked in section.Attributes)
            {
                foreach (var finding in Name($"{section.Slug}.{asked.Key}", asked.Name)) yield return finding;
                // A unit is often a sign: m², %, km.
                if (asked.Unit is { } unit)
                    foreach (var finding in Name($"{section.Slug}.{asked.Key} (unit)", unit, mayBeLatin: true)) yield return finding;
            }
        }

        foreach (var list in lists.Where(l => !l.AreWords))
            foreach (var choice in list.Choices)
                foreach (var finding in Name($"{list.Key}/{choice.Value}", choice.Name, ProperNames.Any(p => list.Key.EndsWith(p, StringComparison.Ordinal))))
                    yield return finding;
        foreach (var wilaya in territory.Wilayas)
            foreach (var finding in Name($"wilaya {wilaya.Code}", wilaya.Name)) yield return finding;
        foreach (var commune in territory.Communes)
            foreach (var finding in Name($"commune {commune.Code}", commune.Name)) yield return finding;
    }

    private static IEnumerable<Finding> Name(string where, LocalizedText name, bool mayBeLatin = false)
    {
        foreach (var language in Languages.All)
        {
            var text = name.In(language);
            if (string.IsNullOrWhiteSpace(text)) yield return new Finding(where, $"has no name in {language}");
            else if (text != SafeText.Line(text)) yield return new Finding(where, $"has stray blanks in {language}");
            if (language != Language.Arabic && ArabicLetter().IsMatch(text)) yield return new Finding(where, $"stands in Arabic letters in {language}: {text}");
        }

        // What is left after short names in capitals and digits (F3, GPL, 4x4) is a word, and words are translated.
        var words = LatinWord().Matches(name.Ar).Select(m => m.Value).Where(word => !ShortName().IsMatch(word)).ToList();
        if (mayBeLatin || words.Count == 0) yield break;
        yield return name.Ar == name.Fr
            ? new Finding(where, $"is not translated into Arabic: {name.Ar}")
            : new Finding(where, $"has Latin letters in its Arabic name: {name.Ar}");
    }

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex(@"[\p{IsBasicLatin}\p{IsLatin-1Supplement}-[\P{L}]][\w.+'’-]*")]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"^[A-Z0-9.+-]{1,6}s?$|^[a-z]{1,2}$")]
    private static partial Regex ShortName();
}
