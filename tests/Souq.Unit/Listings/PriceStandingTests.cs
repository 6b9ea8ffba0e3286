using CsCheck;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Pricing;

namespace Souq.Unit.Listings;

public class PriceStandingTests
{
    private static readonly SearchQuery Like = new();
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Of_seven_like_adverts_nothing_is_said() =>
        PriceStanding.Of(Like, Enumerable.Range(1, 7).Select(i => i * 100L), 300).ShouldBeNull();

    [Fact]
    public void A_price_is_placed_among_eight()
    {
        var standing = PriceStanding.Of(Like, Enumerable.Range(1, 8).Select(i => 1000L + (i * 100)), 1100)!;

        standing.Count.ShouldBe(8);
        standing.Median.ShouldBe(1500);
        standing.Percent.ShouldBe(-27);
        standing.Own.ShouldBe(0);
    }

    [Fact]
    public void Prices_that_are_not_meant_count_for_nothing()
    {
        var standing = PriceStanding.Of(Like, [1, 123, .. Enumerable.Range(1, 9).Select(i => 1_000_000L + (i * 10_000)), 99_000_000_000], null)!;

        standing.Count.ShouldBe(9);
        standing.Most.ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void Every_like_advert_stands_in_one_step() =>
        Gen.Select(Gen.Long[Money.Least, Money.Most].List[0, 60], Gen.Long[Money.Least, Money.Most]).Sample((prices, own) =>
        {
            if (PriceStanding.Of(Like, prices, own) is not { } standing) return;
            standing.Steps.Sum().ShouldBe(standing.Count);
            standing.Own!.Value.ShouldBeInRange(0, standing.Steps.Count - 1);
            standing.Least.ShouldBeLessThan(standing.Most);
        });

    [Theory]
    [InlineData(240_000, 2_500_000, 2_400_000L)]
    [InlineData(25_000_000, 2_500_000, 2_500_000L)]
    [InlineData(250, 2_500_000, 2_500_000L)]
    [InlineData(250_000_000, 2_500_000, 2_500_000L)]
    [InlineData(400_000, 2_500_000, null)]
    [InlineData(9_000_000, 2_500_000, null)]
    public void A_slip_of_the_unit_is_seen_and_a_bargain_is_not_one(long typed, long usual, long? meant) =>
        (PriceAdvice.Of(new Money(typed), usual)?.Meant?.Dinars).ShouldBe(meant);

    [Fact]
    public void Between_an_eighth_and_eight_times_the_usual_nothing_is_asked()
    {
        PriceAdvice.Of(new Money(313_000), 2_500_000).ShouldBeNull();
        PriceAdvice.Of(new Money(19_900_000), 2_500_000).ShouldBeNull();
        PriceAdvice.Of(new Money(312_000), 2_500_000).ShouldNotBeNull();
        PriceAdvice.Of(new Money(312_000), null).ShouldBeNull();
    }

    [Fact]
    public void What_was_meant_is_always_nearer_to_the_usual() =>
        Gen.Select(Gen.Long[Money.Least, Money.Most], Gen.Long[Money.Least, Money.Most]).Sample((typed, usual) =>
        {
            if (PriceAdvice.Of(new Money(typed), usual) is not { Meant: { } meant } advice) return;
            Math.Abs(Math.Log((double)meant.Times(advice.Usual))).ShouldBeLessThan(Math.Abs(Math.Log((double)advice.Asked.Times(advice.Usual))));
        });

    [Fact]
    public void A_deep_sample_holds_those_like_it_as_a_shallow_one_does() =>
        Gen.Select(
            Gen.Select(Gen.Nullable(Gen.Int[1980, 2026]), Gen.Nullable(Gen.Int[0, 400_000]), Gen.Long[Money.Least, Money.Most]).List[0, 60],
            Gen.Int[1980, 2026], Gen.Int[0, 400_000], Gen.Int[0, 60]).Sample((cars, year, mileage, but) =>
        {
            var like = new SearchQuery(Attributes: new Dictionary<string, IReadOnlyList<string>> { ["make"] = ["renault"], ["year"] = [$"{year - 1}..{year + 1}"], ["mileage"] = [$"{mileage}.."] });
            var ranges = SimilarAdverts.Ranges(like);
            ranges.Select(r => r.Key).ShouldBe(["mileage", "year"]);
            SimilarAdverts.IsOfRanges(like).ShouldBeTrue();
            var shallow = new LikeSample(["year", "mileage"], [.. cars.Select((c, i) => new LikeAdvert(Guid.Empty, i, Guid.Empty, c.Item3, default, 0, false, default, [$"{c.Item1}", $"{c.Item2}"]))], true);
            var deep = DeepSample.Of([.. cars.Select((c, i) => ((long)i, c.Item3, new[] { c.Item2 ?? double.NaN, c.Item1 ?? double.NaN }))]);
            deep.Where(ranges, but).ShouldBe(SimilarAdverts.Fitting(like, shallow).Where(a => a.Number != but).Select(a => a.Price!.Value));
        });

    [Fact]
    public void What_is_asked_for_as_it_is_cannot_be_found_among_ranges() =>
        SimilarAdverts.IsOfRanges(new SearchQuery(Attributes: new Dictionary<string, IReadOnlyList<string>> { ["brand"] = ["samsung"], ["storage"] = ["128"] })).ShouldBeFalse();

    [Fact]
    public void Cars_are_compared_with_their_model_a_year_around_and_like_mileage()
    {
        var section = Given.Catalog.Sections.First(s => s.TakesAdverts && s.Attribute("make") is not null && s.Attribute("mileage") is not null);
        var car = ListingContent.Empty with
        {
            SectionId = section.Id,
            Attributes = new Dictionary<string, string> { ["make"] = "renault", ["model"] = "clio-4", ["year"] = "2016", ["mileage"] = "150000" },
        };

        var searches = SimilarAdverts.Of(car, Given.Catalog, Today);

        searches.Count.ShouldBe(2);
        searches[0].Attributes!["year"].ShouldBe(["2015..2017"]);
        searches[0].Attributes!["mileage"].ShouldBe(["100000..200000"]);
        searches[1].Attributes!.Keys.ShouldBe(["make", "model", "year"]);
    }

    [Theory]
    [InlineData("2016", "150000", true)]
    [InlineData("2017", "200000", true)]
    [InlineData("2018", "150000", false)]
    [InlineData("2016", "200001", false)]
    [InlineData("2016", null, false)]
    public void One_of_the_model_is_like_it_when_its_details_are(string year, string? mileage, bool fits)
    {
        var like = new SearchQuery(Attributes: new Dictionary<string, IReadOnlyList<string>>
        {
            ["make"] = ["renault"],
            ["model"] = ["clio-4"],
            ["year"] = ["2015..2017"],
            ["mileage"] = ["100000..200000"],
        });
        var other = new LikeAdvert(Guid.NewGuid(), 1, Guid.NewGuid(), 1, PricePer.Whole, 1601, HasPhoto: false, default, [year, mileage]);

        SimilarAdverts.Wider(like).Attributes!.Keys.ShouldBe(["make", "model"]);
        SimilarAdverts.Fitting(like, new LikeSample(["year", "mileage"], [other], IsWhole: true)).Any().ShouldBe(fits);
    }

    [Fact]
    public void What_has_no_like_is_compared_with_its_section_alone()
    {
        var thing = ListingContent.Empty with { SectionId = Given.Section.Id };

        SimilarAdverts.Of(thing, Given.Catalog, Today).ShouldBeEmpty();
        SimilarAdverts.Wide(thing, Given.Catalog, Today).ShouldHaveSingleItem().SectionId.ShouldBe(Given.Section.Id);
    }
}
