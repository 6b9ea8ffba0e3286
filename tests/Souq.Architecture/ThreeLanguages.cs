using System.Text.RegularExpressions;
using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>Whatever a person reads is there in Arabic, French and English, and says the same in each.</summary>
public class ThreeLanguages
{
    [Fact]
    public void Every_text_is_in_three_languages() => Texts.All.SelectMany(texts => texts.Languages.SelectMany(language =>
            texts.En.Keys.Union(texts.Ar.Keys).Union(texts.Fr.Keys)
                .Where(key => !texts.IsFormOfCounted(key) && !IsTyped(key) && string.IsNullOrWhiteSpace(language.Words.GetValueOrDefault(key)))
                .Select(key => $"{texts} lacks {key} in {language.Language}")))
        .ShouldBeEmpty();

    [Fact]
    public void Counted_things_have_the_plurals_of_each_language() => Texts.All.SelectMany(texts => texts.Languages.SelectMany(language =>
            texts.Counted.SelectMany(key => (language.Language == "ar" ? Texts.ArabicForms : ["one", "other"]).Select(form => $"{key}.{form}"))
                .Where(key => string.IsNullOrWhiteSpace(language.Words.GetValueOrDefault(key)))
                .Select(key => $"{texts} lacks {key} in {language.Language}")))
        .ShouldBeEmpty();

    [Fact]
    public void A_text_has_the_same_placeholders_in_every_language() => Texts.All.SelectMany(texts => texts.En
            .Where(pair => !texts.IsFormOfCounted(pair.Key))
            .SelectMany(pair => texts.Languages.Where(l => l.Words.TryGetValue(pair.Key, out var words)
                    && Texts.Placeholders(words) != Texts.Placeholders(pair.Value))
                .Select(l => $"{texts} {pair.Key} in {l.Language}")))
        .ShouldBeEmpty();

    /// <summary>The number itself may go without saying (one advert, two adverts), the rest may not.</summary>
    [Fact]
    public void The_forms_of_a_counted_thing_have_the_same_placeholders() => Texts.All.SelectMany(texts => texts.Languages.SelectMany(l =>
            l.Words.Where(pair => texts.IsFormOfCounted(pair.Key))
                .Where(pair => WithoutCount(pair.Value) != WithoutCount(texts.En[pair.Key[..pair.Key.LastIndexOf('.')] + ".other"]))
                .Select(pair => $"{texts} {pair.Key} in {l.Language}")))
        .ShouldBeEmpty();

    [Fact]
    public void Every_text_the_code_asks_for_exists()
    {
        var files = Repository.Product(".cs", ".razor");
        var known = Project.All.ToDictionary(p => p.Name, Reachable);
        files.SelectMany(file => UsedKey.In(file).SelectMany(key => Wording(file, files)
                .Where(project => !key.IsIn(known[project])).Select(project => $"{key.Where} in the texts of {project}")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void French_and_english_hold_no_arabic() => Texts.All.SelectMany(texts => texts.En.Concat(texts.Fr)
            .Where(pair => pair.Value.Any(c => c is >= '\u0621' and <= '\u06D3') && !IsTyped(pair.Key) && !pair.Key.StartsWith("Language.", StringComparison.Ordinal))
            .Select(pair => $"{texts} {pair.Key}"))
        .ShouldBeEmpty();

    private static string WithoutCount(string words) => string.Join(' ', Texts.Placeholders(words).Split(' ').Where(p => p is not ("0" or "")));

    /// <summary>What people may type, in any language, is read and not shown.</summary>
    private static bool IsTyped(string key) => key.EndsWith(".Typed", StringComparison.Ordinal);

    /// <summary>Who has to have the words: the project that asks; for a rule without texts of its own, whoever applies the rule.</summary>
    private static IEnumerable<string> Wording(SourceFile file, IReadOnlyList<SourceFile> all)
    {
        var own = Project.Of(file.Path);
        if (!own.IsContracts && own.Name != "Souq.Kernel") return [own.Name];
        var rule = new Regex($@"\b{Path.GetFileNameWithoutExtension(file.Path)}\.");
        return all.Where(f => rule.IsMatch(f.Code)).Select(f => Project.Of(f.Path).Name).Where(name => name != own.Name).Distinct();
    }

    private static HashSet<string> Reachable(Project project) =>
        [.. Texts.All.Where(t => t.Project == project.Name || project.Projects.Contains(t.Project)).SelectMany(t => t.En.Keys)];
}
