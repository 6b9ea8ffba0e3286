using System.Text.RegularExpressions;
using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>A wall that lets everything through is none: what the rules about sources must find, and must leave alone.</summary>
public class Teeth
{
    [Theory]
    [InlineData("var now = DateTime.UtcNow;", "// DateTime.UtcNow would be wrong\nvar now = time.GetUtcNow();")]
    [InlineData("DateTimeOffset.Now.Year", "MyDateTime.Nowhere")]
    public void Wall_clocks_are_found(string wrong, string right) => Bites(SourceRules.WallClock(), wrong, right);

    [Theory]
    [InlineData("<b>سعر</b>", "@* سعر *@ <b>@T[\"Price\"]</b>")]
    [InlineData("var s = \"سعر\"; // price", "var s = \"price\"; // سعر")]
    public void Arabic_outside_resources_is_found(string wrong, string right) => Bites(SourceRules.Arabic(), wrong, right);

    [Theory]
    [InlineData("await Task.Delay(100);", "await Delayed(100);")]
    [InlineData("[Fact(Skip = \"later\")]", "query.Skip(5)")]
    [InlineData("Assert.SkipUnless(slow, \"later\");", "[Fact(Explicit = true)]")]
    public void Sleeping_and_skipped_tests_are_found(string wrong, string right) => Bites(SourceRules.SleepOrSkip(), wrong, right);

    [Theory]
    [InlineData("session.Events.Append(id, new Paused(now));", "session.Events.Append(id, known.Version + 1, new Paused(now));")]
    [InlineData("session.Events.Append(words.StreamId, happened);", "session.Events.Append(Id, Known.Version + Events.Length, Events);")]
    public void Appends_without_a_version_are_found(string wrong, string right) => Bites(SourceRules.Unversioned(), wrong, right);

    [Theory]
    [InlineData("a { margin-left: 1px; }", "a { margin-inline-start: 1px; }")]
    [InlineData("a { left: 0 }", "a { inset-inline-start: 0 }")]
    [InlineData("a { border-top-right-radius: 1px }", "a { border-start-end-radius: 1px }")]
    [InlineData("a { float: right }", ".left-over { float: inline-end }")]
    public void Physical_sides_are_found(string wrong, string right) => Bites(PageRules.PhysicalSide(), wrong, right);

    [Theory]
    [InlineData("a { color: #fff; }", "#fab { color: var(--ink); }")]
    [InlineData("a { border: 1px solid #E7E2D8 }", "a { border: 1px solid var(--line) }")]
    [InlineData("a { background: rgb(0 0 0 / 5%); }", "a { background: color-mix(in srgb, var(--ink) 5%, transparent); }")]
    [InlineData("a { color: white; }", "a { white-space: nowrap; color: var(--white-ish); }")]
    public void Raw_colours_are_found(string wrong, string right) => Bites(PageRules.RawColour(), wrong, right);

    [Theory]
    [InlineData("<p style=\"color: red\">", "<p class=\"red\">")]
    [InlineData("<script>alert(1)</script>", "<script type=\"module\" src=\"/_content/a.js\"></script>")]
    [InlineData("<a onclick=\"go()\">", "<a @onclick=\"Go\">")]
    public void Inline_style_and_script_are_found(string wrong, string right) => Bites(PageRules.Inline(), wrong, right);

    [Theory]
    [InlineData("[SupplyParameterFromQuery(Name = \"a\")] public int? A { get; set; }", "[SupplyParameterFromQuery(Name = \"a\")] public string? A { get; set; }")]
    [InlineData("[SupplyParameterFromQuery] private bool A", "[SupplyParameterFromQuery] private string[]? A")]
    public void Queries_of_another_type_are_found(string wrong, string right) => Bites(PageRules.TypedQuery(), wrong, right);

    [Theory]
    [InlineData("<a href=\"/search\">", "<a href=\"search\">")]
    [InlineData("<form action=\"/\">", "<img src=\"/_content/a.svg\"><link href=\"/@Assets[\"a\"]\">")]
    public void Rooted_links_are_found(string wrong, string right) => Bites(PageRules.RootedLink(), wrong, right);

    [Theory]
    [InlineData("<h1>@T[\"Nav.Home\"]</h1>", "Nav.Home")]
    [InlineData("<Field Label=\"@T[\"Email\"]\" />", "Email")]
    [InlineData("T[open ? \"Case.Open\" : \"Case.Closed\"]", "Case.Open Case.Closed")]
    [InlineData("T[kind == \"Car\" ? \"Car.One\" : \"Car.None\", \"Arg\"]", "Car.One Car.None")]
    [InlineData("T[$\"Language.{code}.short\"]", "Language.*.short")]
    [InlineData("T[\"Reason.\" + code]", "Reason.*")]
    [InlineData("string Of(IStringLocalizer<XText> words) => words[\"A.B\", map[\"c\"]];", "A.B")]
    [InlineData("T.Count(\"Photos\", n)", "Photos.other")]
    [InlineData("refusals.Add(new(\"Price.Required\", \"price\")); throw new RefusedException(\"Listing.Ended\");", "Price.Required Listing.Ended")]
    [InlineData("return new Refusal(late ? \"Too.Late\" : \"Too.Early\");", "Too.Late Too.Early")]
    [InlineData("row[\"price\"] + headers[\"Accept\"]", "")]
    public void Asked_texts_are_found(string code, string keys) =>
        UsedKey.In(File(code)).Select(k => k.Key).Order().ShouldBe(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());

    [Fact]
    public void There_is_enough_to_judge()
    {
        Repository.Product(".cs", ".razor").Count.ShouldBeGreaterThan(100);
        Texts.All.Count.ShouldBeGreaterThan(3);
        Assemblies.Modules.Count.ShouldBe(Project.All.Count(p => p.IsModule));
    }

    private static void Bites(Regex rule, string wrong, string right)
    {
        File(wrong).Where(rule).ShouldNotBeEmpty();
        File(right).Where(rule).ShouldBeEmpty();
    }

    private static SourceFile File(string text) => new("example", "example") { Text = text };
}
