using System.Net;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;

namespace Souq.Integration.Catalog;

[Collection(nameof(Market))]
public sealed class DeskAttributes(Market market)
{
    [Fact]
    public async Task What_a_section_asks_is_added_changed_ordered_and_removed()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin, under: "other");
        var page = await Asks(admin, section.Id, "width", "Number", ("min", "9"), ("max", "٣"), ("unit_ar", "سم"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (page.Error("max").Length > 0, page.Error("unit_fr").Length > 0, page.Field("max"), page.Field("key")).ShouldBe((true, true, "٣", "width"));
        page = await page.Submit("attribute", ("min", "1,5"), ("max", "٣٠٠"), ("decimals", "1"), ("unit_fr", "cm"), ("unit_en", "cm"), ("required", "true"));
        page.Address.Query.ShouldBe("?done=asked", page.Text("[role=alert]"));
        var width = Asked(section.Id, "width");
        (width.Min, width.Max, width.Decimals, width.Required, width.Unit!.Fr).ShouldBe((1.5m, 300m, 1, true, "cm"));

        (await Asks(admin, section.Id, "width", "Text")).Error("key").ShouldNotBeEmpty();
        (await Asks(admin, section.Id, "fragile", "YesNo")).Address.Query.ShouldBe("?done=asked");
        page = await admin.Open($"/fr/admin/sections/{section.Id}");
        await page.Submit("arrange", ("act", "earlier:fragile"));
        Keys(section.Id)[^2..].ShouldBe(["fragile", "width"]);

        page = await admin.Open($"/fr/admin/sections/{section.Id}");
        (await page.Submit("arrange", ("act", "remove:width"))).Address.Query.ShouldBe("?done=removed");
        (await page.Submit("arrange", ("act", "remove:fragile"))).Status.ShouldBe(HttpStatusCode.Conflict);
        Keys(section.Id).ShouldNotContain("width");
        market.Catalog().Section(section.Id)!.AttributeEver("width").ShouldNotBeNull();
    }

    [Fact]
    public async Task Three_levels_of_choices_are_made_at_the_desk_and_asked_of_an_advert()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin, under: "other");
        var lists = new[] { "makes", "models", "trims" }.Select(l => $"{section.Slug}-{l}").ToArray();
        foreach (var list in lists) (await (await admin.Open("/fr/admin/lists")).Submit("list", ("key", list))).Address.Query.ShouldBe("?done=opened");
        (await (await admin.Open("/fr/admin/lists")).Submit("list", ("key", lists[0]))).Error("key").ShouldContain(lists[0]);

        await Asks(admin, section.Id, "make", "Choice", ("list", lists[0]), ("required", "true"));
        await Asks(admin, section.Id, "model", "Choice", ("list", lists[1]), ("depends_on", "make"));
        await Asks(admin, section.Id, "trim", "Choice", ("list", lists[2]), ("depends_on", "model"));
        await Adds(admin, lists[0], "iris", "Iris", null);
        await Adds(admin, lists[1], "next", "Next", "iris");
        await Adds(admin, lists[2], "pro", "Pro", "next");
        (await Adds(admin, lists[2], "max", "Max", "nothing")).Error("parent").ShouldNotBeEmpty();

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        (await seller.Open($"/fr/offer/choices?section={section.Slug}&key=trim&attr.make=iris&attr.model=next")).Html.ShouldBe("""["Pro"]""");
        (await seller.Open($"/fr/offer/choices?section={section.Slug}&key=trim&attr.make=iris")).Html.ShouldBe("[]");
        var page = await (await seller.Open($"/fr/offer?section={section.Slug}")).Submit("details", ("attr.make", "iris"), ("attr.model", "next"), ("attr.trim", "Max"));
        page.Error("attr.trim").ShouldNotBeEmpty();
        page = await page.Submit("details", ("attr.trim", "pro"));
        page.Address.AbsolutePath.ShouldEndWith("/words", customMessage: page.Text("[role=alert]"));
    }

    [Fact]
    public async Task A_delivered_trim_hangs_on_its_model_and_its_make()
    {
        using var visitor = market.Browser();
        (await visitor.Open("/fr/offer/choices?section=cars&key=version&attr.make=Renault&attr.model=Clio")).Html.ShouldContain("GT Line");
        (await visitor.Open("/fr/offer/choices?section=cars&key=version&attr.make=Renault&attr.model=Symbol")).Html.ShouldContain("Made in Bladi");
    }

    [Fact]
    public async Task Choices_of_a_long_list_are_found_renamed_withdrawn_and_brought_back()
    {
        using var admin = await market.Admin();
        var list = await admin.Open("/fr/admin/lists/car-models?parent=tata");
        list.Document.QuerySelectorAll("tbody tr").Length.ShouldBeInRange(1, 50);
        (await admin.Open("/fr/admin/lists/car-models")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(50);

        var model = list.Document.QuerySelector("tbody a")!.GetAttribute("href")!;
        var page = await (await admin.Open($"/fr/{model}")).Submit("choice", ("aliases", "zz top, zz"));
        page.Address.Query.ShouldContain("done=saved");
        (await admin.Open("/fr/admin/lists/car-models?q=zz+top")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        var before = market.Catalog().Section("cars")!.Attribute("model")!.Choices.Count;
        (await (await admin.Open($"/fr/{model}")).Submit("choice", ("offer", "no"))).Address.Query.ShouldContain("done=withdrawn");
        market.Catalog().Section("cars")!.Attribute("model")!.Choices.Count.ShouldBe(before - 1);
        var history = await admin.Open("/fr/admin/lists/car-models/history");
        history.Text(".timeline li").ShouldContain("Retiré");
        (await admin.Undo("lists/car-models", 3)).Address.Query.ShouldBe("?done=undone");
        market.Catalog().Section("cars")!.Attribute("model")!.Choices.Count.ShouldBe(before);
    }

    private AttributeDefinition Asked(int section, string key) => market.Catalog().Section(section)!.Attribute(key)!;

    private List<string> Keys(int section) => [.. market.Catalog().Section(section)!.Attributes.Select(a => a.Key)];

    private static async Task<Souq.TestSupport.Browsing.Page> Asks(
        Souq.TestSupport.Browsing.Browser admin, int section, string key, string kind, params (string, string?)[] more) =>
        await (await admin.Open($"/fr/admin/sections/{section}/attribute")).Submit(
            "attribute", [("key", key), ("kind", kind), ("name_ar", "خاصية"), ("name_fr", key), ("name_en", key), .. more]);

    private static async Task<Souq.TestSupport.Browsing.Page> Adds(
        Souq.TestSupport.Browsing.Browser admin, string list, string value, string name, string? parent) =>
        await (await admin.Open($"/fr/admin/lists/{list}/choice")).Submit(
            "choice", [("value", value), ("name_ar", name), ("name_fr", name), ("name_en", name), .. parent is null ? Array.Empty<(string, string?)>() : [("parent", parent)]]);
}
