using CsCheck;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing.Facets;

namespace Souq.Unit.Search;

public class FacetTests
{
    private static readonly CatalogSnapshot Catalog = ShippedCatalog.Load();

    [Fact]
    public void Every_price_falls_into_one_step_of_the_histogram() => Gen.Long[200, 900_000_000].Array[8, 300].Sample(prices =>
    {
        Array.Sort(prices);
        if (PriceBins.Of(prices) is not { } bins) return;
        bins.Counts.Sum().ShouldBe(prices.Length);
        bins.Edges.ShouldBe(bins.Edges.Order());
        bins.Edges.Count.ShouldBe(bins.Counts.Count + 1);
    });

    [Fact]
    public void The_ends_take_in_the_cheapest_and_the_dearest()
    {
        var bins = PriceBins.Of([.. Enumerable.Range(0, 20).Select(i => 1_760_000L + i * 49_990)])!;
        bins.Edges[0].ShouldBe(1_700_000);
        bins.Edges[^1].ShouldBe(2_800_000);
    }

    [Fact]
    public void A_few_prices_or_all_the_same_are_not_drawn()
    {
        PriceBins.Of([1_000, 2_000, 3_000]).ShouldBeNull();
        PriceBins.Of([.. Enumerable.Repeat(5_000L, 50)]).ShouldBeNull();
    }

    [Fact]
    public void A_forgotten_zero_does_not_squeeze_the_others()
    {
        var bins = PriceBins.Of([1L, .. Enumerable.Range(1, 98).Select(i => 1_000_000L + i * 10_000), 10_000_000_000L])!;
        bins.Edges[0].ShouldBeGreaterThan(900_000);
        bins.Edges[^1].ShouldBeLessThan(3_000_000);
    }

    [Fact]
    public void Ranges_of_numbers_do_not_overlap_and_count_what_is_in_them() => Gen.Int[1950, 2026].Array[8, 200].Sample(years =>
    {
        Array.Sort(years);
        var bands = NumberBands.Of([.. years.Select(y => (decimal)y)]);
        foreach (var (one, next) in bands.Zip(bands.Skip(1))) one.To.ShouldBeLessThan(next.From);
        if (bands.Count > 0) bands.Sum(b => b.Count).ShouldBe(years.Length);
    });

    [Fact]
    public void The_chosen_and_the_commonest_stand_first_and_what_has_no_name_is_left_out()
    {
        var counts = new Dictionary<string, int> { ["a"] = 3, ["b"] = 9, ["gone"] = 99 };
        var choices = FacetChoice.Of(counts, ["c"], atLeast: true, value => value == "gone" ? null : value.ToUpperInvariant());
        choices.Select(c => c.Text).ShouldBe(["C", "B", "A"]);
        choices[1].Shown.ShouldBe("9+");
    }

    [Fact]
    public void A_wilaya_is_a_few_areas_in_every_division()
    {
        foreach (var wilaya in Catalog.Territory.Wilayas)
        {
            var areas = Catalog.Territory.AreasOf(wilaya.Code);
            areas.Count.ShouldBeInRange(1, 10);
            Catalog.Territory.Communes.Where(c => areas.Contains(c.Area)).ShouldAllBe(c => Territory.IsIn(c, wilaya.Code));
        }
    }

    [Fact]
    public void Around_a_commune_its_neighbours_come_before_those_further_off()
    {
        var oran = Catalog.Territory.Commune(3101)!;
        var around = Catalog.Territory.Around(oran, 50).ToList();
        around[0].Commune.Code.ShouldBe(3101);
        around.Select(c => c.Km).ShouldBe(around.Select(c => c.Km).Order());
        around.Count.ShouldBeGreaterThan(10);
        around.ShouldAllBe(c => c.Km <= 50);
        Catalog.Territory.Commune(1601)!.KmTo(oran).ShouldBeInRange(340, 370);
    }
}
