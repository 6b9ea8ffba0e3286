using CsCheck;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

/// <summary>Tables as spreadsheets save them.</summary>
public sealed class SheetTests
{
    [Theory]
    [InlineData("Titre;Prix\nClio;1,5")]
    [InlineData("Titre,Prix\nClio,\"1,5\"")]
    [InlineData("Titre\tPrix\nClio\t1,5")]
    [InlineData("sep=;\nTitre;Prix\nClio;1,5")]
    [InlineData("sep=,\r\nTitre,Prix\r\nClio,\"1,5\"\r\n")]
    [InlineData("\n\nTitre;Prix\n\nClio;1,5\n;\n;\n")]
    public void The_heading_says_what_stands_between_cells(string text)
    {
        var sheet = Read(text);
        sheet.Header.ShouldBe(["Titre", "Prix"]);
        sheet.Lines.ShouldHaveSingleItem().Cells.ShouldBe(["Clio", "1,5"]);
    }

    [Fact]
    public void Commas_in_every_line_do_not_mislead()
    {
        var sheet = Read("Titre, court;Prix, en DA\n\"Clio, 2019\";1,5\nGolf, 2018;2,5");
        sheet.Header.ShouldBe(["Titre, court", "Prix, en DA"]);
        sheet.Lines.Select(l => l.Cells[0]).ShouldBe(["Clio, 2019", "Golf, 2018"]);
    }

    [Fact]
    public void A_semicolon_between_quotes_is_part_of_the_cell()
    {
        var sheet = Read("\"a;b;c\",d\n1,2");
        sheet.Header.ShouldBe(["a;b;c", "d"]);
        sheet.Lines.Single().Cells.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Lines_are_numbered_as_the_spreadsheet_does_whatever_a_cell_has_in_it() =>
        Read("ref;texte\n1;\"deux\nlignes\"\n2;b\n;\n3;c").Lines.Select(l => (l.Line, l.Cells[0])).ShouldBe([(2, "1"), (3, "2"), (5, "3")]);

    [Fact]
    public void A_line_that_says_the_delimiter_is_not_counted() =>
        Read("sep=;\nref;texte\n1;a").Lines.Single().Line.ShouldBe(2);

    [Fact]
    public void Every_column_has_a_name_of_its_own() =>
        Read("Prix;;Prix;  \n1;2;3;4").Header.ShouldBe(["Prix", "#2", "Prix (2)", "#4"]);

    [Fact]
    public void Short_lines_are_filled_and_long_ones_cut() =>
        Read("a;b\n1\n1;2;3").Lines.Select(l => l.Cells).ShouldBe([["1", ""], ["1", "2"]]);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("sep=;")]
    public void Nothing_is_no_table(string text) => Read(text).Header.ShouldBeEmpty();

    [Fact]
    public void Whatever_is_read_has_a_cell_for_each_heading() => Gen.Char["ab;,\t\"\n\r'= é\0"].Array[0, 60].Sample(letters =>
    {
        var sheet = Read(new string(letters));
        sheet.Header.Distinct().Count().ShouldBe(sheet.Header.Count);
        foreach (var line in sheet.Lines) line.Cells.Count.ShouldBe(sheet.Header.Count);
    });

    internal static (IReadOnlyList<string> Header, IReadOnlyList<SheetLine> Lines) Read(string text)
    {
        var sheet = Sheet.Open(new StringReader(text));
        return (sheet.Header, [.. sheet.Lines]);
    }
}
