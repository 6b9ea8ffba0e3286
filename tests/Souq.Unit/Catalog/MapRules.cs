using Souq.Catalog;
using Souq.Catalog.Contracts;

namespace Souq.Unit.Catalog;

public class MapRules
{
    private static readonly Territory Territory = ShippedCatalog.Territory;

    [Theory]
    [InlineData("2026-12-31", 58)]
    [InlineData("2027-01-01", 69)]
    public void The_map_shows_the_wilayas_of_the_day_whole(string day, int wilayas)
    {
        var outlines = Territory.Map.On(Territory, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        outlines.Select(o => o.Wilaya).ShouldBe(Enumerable.Range(1, wilayas));
        foreach (var outline in outlines)
        {
            outline.Path.ShouldMatch("^(M[0-9]+ [0-9]+l(-?[0-9]+ -?[0-9]+ ?)+z)+$");
            // One ring: stretches that did not meet would begin another.
            outline.Path.Count(c => c == 'M').ShouldBe(1, $"wilaya {outline.Wilaya}");
        }

        outlines.Sum(o => o.Path.Length).ShouldBeLessThan(16_000);
    }

    [Fact]
    public void A_wilaya_is_found_by_the_name_in_its_address_alone()
    {
        Territory.Wilayas.Select(w => w.Slug).ShouldBeUnique();
        Territory.Wilayas.ShouldAllBe(w => w.Slug.Length > 2 && w.Slug.All(c => char.IsAsciiLetterLower(c) || c == '-'));
        Territory.Wilaya(31)!.Slug.ShouldBe("oran");
        Territory.Wilaya(44)!.Slug.ShouldBe("ain-defla");
        Territory.Wilaya(57)!.Slug.ShouldBe("el-m-ghair");
    }
}
