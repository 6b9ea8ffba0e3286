using CsCheck;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

/// <summary>What people write must not become a formula in the spreadsheet of whoever opens our file.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A1")]
    [InlineData("+213 550")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    public void What_a_spreadsheet_takes_for_a_formula_is_written_as_text(string cell) => Sheet.Guarded(cell).ShouldBe("'" + cell);

    [Theory]
    [InlineData("Clio")]
    [InlineData("5-2")]
    [InlineData("'quoted'")]
    [InlineData("")]
    public void Other_cells_stay_as_they_are(string cell) => Sheet.Guarded(cell).ShouldBe(cell);

    [Fact]
    public void Every_cell_reads_back_as_it_was_and_none_begins_as_a_formula() => Gen.Char["=+-@' aé\t"].Array[0, 6].Sample(letters =>
    {
        var cell = new string(letters);
        var written = Sheet.Guarded(cell);
        "=+-@\t".ShouldNotContain(written.FirstOrDefault('x'));
        var quoted = '"' + written.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        SheetTests.Read($"a;b\n{quoted};x").Lines.Single().Cells[0].ShouldBe(cell);
    });
}
