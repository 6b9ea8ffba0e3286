using Microsoft.AspNetCore.Http;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

public sealed class MapFormTests
{
    private static readonly string[] Header = ["Code", "Libellé", "Ville", "Prix"];

    [Fact]
    public void Columns_that_are_something_and_what_holds_for_every_line_make_the_map()
    {
        var (map, refusals) = Read(("column.0", "ref"), ("column.1", "title"), ("column.2", ""), ("constant.section", "cars"), ("constant.wilaya", ""));
        refusals.ShouldBeEmpty();
        map.Columns.ShouldBe(new Dictionary<string, string> { ["ref"] = "Code", ["title"] = "Libellé" }, ignoreOrder: true);
        map.Constants.ShouldBe(new Dictionary<string, string> { ["section"] = "cars" });
    }

    [Fact]
    public void Two_columns_cannot_be_the_same_thing()
    {
        var (_, refusals) = Read(("column.0", "ref"), ("column.1", "title"), ("column.3", "title"));
        var refusal = refusals.ShouldHaveSingleItem();
        (refusal.Key, refusal.Field, refusal.Args[0]).ShouldBe(("Import.ColumnTwice", "column.3", "Libellé"));
    }

    [Fact]
    public void A_column_of_the_file_comes_before_what_holds_for_every_line() =>
        Read(("column.2", "wilaya"), ("constant.wilaya", "16")).Map.Constants.ShouldBeEmpty();

    [Fact]
    public void What_no_form_has_is_passed_over()
    {
        var (map, refusals) = Read(("column.9", "title"), ("column.-1", "title"), ("constant.price", "5"), ("column.0", new string('x', 100)));
        (map.Columns!.Count, map.Constants!.Count, refusals.Count).ShouldBe((0, 0, 0));
    }

    private static (Souq.Listings.Importing.ImportMap Map, IReadOnlyList<Souq.Kernel.Refusal> Refusals) Read(params (string Name, string Value)[] fields) =>
        MapForm.Read(new FormCollection(fields.ToDictionary(f => f.Name, f => new Microsoft.Extensions.Primitives.StringValues(f.Value))), Header);
}
