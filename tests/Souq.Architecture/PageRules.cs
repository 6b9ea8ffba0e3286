using System.Text.RegularExpressions;
using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>Right-to-left first, one set of colours, and nothing a strict content security policy would refuse.</summary>
public partial class PageRules
{
    private static IEnumerable<SourceFile> Sheets => Repository.Product(".css").Where(f => !f.Path.EndsWith("wwwroot/souq.css", StringComparison.Ordinal));

    /// <summary>Letters are no pages: mail programs know inline styles alone.</summary>
    private static IEnumerable<SourceFile> Pages => Repository.Product(".razor").Where(f => !f.IsUnder("src/Souq.Mail/"));

    /// <summary>Colours are given in the tokens, and as the averages of photos.</summary>
    private static readonly string[] Palettes = ["src/Souq.Web/Styles/00-tokens.css", "src/Souq.Web/Styles/90-tones.css"];

    /// <summary>What is typed is ordered by its own letters, and "start" would then follow the letters and not the page.</summary>
    private static readonly string[] TypedText = ["src/Souq.Web/Styles/04-forms.css"];

    [Fact]
    public void There_are_style_sheets_and_pages_to_judge() => Sheets.Count().ShouldBePositive();

    [Fact]
    public void Style_sheets_know_start_and_end_and_no_left_or_right()
    {
        Sheets.SelectMany(f => f.Where(PhysicalSide())).ShouldBeEmpty();
        Sheets.Where(f => !f.IsUnder(TypedText)).SelectMany(f => f.Where(PhysicalText())).ShouldBeEmpty();
    }

    [Fact]
    public void Colours_are_named_in_the_tokens_alone() =>
        Sheets.Where(f => !f.IsUnder(Palettes)).SelectMany(f => f.Where(RawColour())).ShouldBeEmpty();

    [Fact]
    public void Pages_have_no_inline_style_or_script() => Pages.SelectMany(f => f.Where(Inline())).ShouldBeEmpty();

    [Fact]
    public void Every_key_of_the_console_stands_in_its_list()
    {
        var list = Pages.Single(f => f.Path.EndsWith("Console/KeyList.razor", StringComparison.Ordinal)).Text;
        var keys = Pages.Where(f => f.IsUnder("modules/Moderation/")).SelectMany(f => Key().Matches(f.Code)).Select(m => m.Groups[1].Value).Distinct().ToList();
        keys.Count.ShouldBeGreaterThan(10);
        keys.Where(key => key != "?" && !list.Contains($"(\"{key}\",", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The language stands in the path base: a leading slash would lose it.</summary>
    [Fact]
    public void Links_between_pages_are_relative() => Pages.SelectMany(f => f.Where(RootedLink())).ShouldBeEmpty();

    /// <summary>What is no number would be an error of the server: see <c>Asked</c>.</summary>
    [Fact]
    public void What_stands_in_a_query_is_taken_as_text() =>
        Pages.Concat(Repository.Product(".cs")).SelectMany(f => f.Where(TypedQuery())).ShouldBeEmpty();

    [GeneratedRegex(@"\[SupplyParameterFromQuery[^\]]*\]\s*(public|private|internal)\s+(?!string(\[\])?\??\s)")]
    internal static partial Regex TypedQuery();

    [GeneratedRegex("data-key=\"([a-z?])\"")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)[\w-]*|border-(top|bottom)-(left|right)-radius|left|right)\s*:|(float|clear)\s*:\s*(left|right)\b")]
    internal static partial Regex PhysicalSide();

    [GeneratedRegex(@"text-align\s*:\s*(left|right)\b")]
    internal static partial Regex PhysicalText();

    [GeneratedRegex(@"(?<=[:\s,(])#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\b(rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(|(?<=:[^;{}]*\b)(white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple|brown|pink|gold|navy|teal|maroon)\b(?=[^{}]*[;}])(?!-)")]
    internal static partial Regex RawColour();

    [GeneratedRegex(@"\sstyle\s*=\s*""|<style\b|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*""|javascript:")]
    internal static partial Regex Inline();

    [GeneratedRegex(@"\s(href|action)\s*=\s*""/(?!_content/|_framework/|@Assets\[)[^""]*")]
    internal static partial Regex RootedLink();
}
