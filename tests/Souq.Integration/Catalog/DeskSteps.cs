using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Catalog;

/// <summary>What an admin does at the desk of the catalog, with nothing but a browser.</summary>
internal static class DeskSteps
{
    private static int sections;

    public static CatalogSnapshot Catalog(this Market market) => market.Service<ICatalog>().Current;

    public static Task<Browser> Admin(this Market market) => market.SignedInAs(DemoPeople.Admin);

    /// <summary>A section of its own for a test, so that tests do not meet.</summary>
    public static async Task<Section> NewSection(this Market market, Browser admin, string under = "leisure")
    {
        var slug = $"made-{Interlocked.Increment(ref sections)}";
        var parent = market.Catalog().Section(under)!;
        var page = await (await admin.Open($"/fr/admin/sections/new?parent={parent.Id}")).Submit("section",
            ("name_ar", "قسم للتجربة"), ("name_fr", "Rubrique d'essai"), ("name_en", "Trial section"), ("slug", slug), ("life_days", "30"));
        page.Address.Query.ShouldBe("?done=opened", page.Text());
        return market.Catalog().Section(slug).ShouldNotBeNull();
    }

    /// <summary>Changes something of a section and comes back to its page.</summary>
    public static async Task<Page> Revise(this Browser admin, int section, params (string Name, string? Value)[] fields) =>
        await (await admin.Open($"/fr/admin/sections/{section}")).Submit("section", fields);

    public static async Task<Page> Undo(this Browser admin, string of, long change) =>
        await (await admin.Open($"/fr/admin/{of}/history")).Submit("undo", ("change", change.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
