using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Pricing;

namespace Souq.Unit.Listings;

public class PriceChangeTests
{
    private static readonly PriceType Type = Given.Section.PriceTypes[0];

    private static IReadOnlyList<object> Ask(long dinars, Listing? listing = null, int days = 1) =>
        ChangePriceHandler.Decide(new Price(Type, dinars), listing ?? Given.Published(), Given.Catalog, Given.Now.AddDays(days));

    [Fact]
    public void A_lower_price_holds_at_once_and_says_what_it_came_down_from()
    {
        Ask(40_000).ShouldHaveSingleItem().ShouldBe(new PriceChanged(new Price(Type, 40_000), 45_000, Given.Now.AddDays(1)));
    }

    [Fact]
    public void A_higher_price_is_no_drop() => Ask(50_000).ShouldHaveSingleItem().ShouldBeOfType<PriceChanged>().Was.ShouldBeNull();

    [Fact]
    public void A_price_put_up_first_to_be_dropped_is_no_drop()
    {
        var raised = Given.Published().Apply((PriceChanged)Ask(60_000)[0]);

        Ask(50_000, raised, days: 5).ShouldHaveSingleItem().ShouldBeOfType<PriceChanged>().Was.ShouldBeNull();
        Ask(50_000, raised, days: 40).ShouldHaveSingleItem().ShouldBeOfType<PriceChanged>().Was.ShouldBe(60_000);
    }

    [Fact]
    public void The_same_price_again_is_nothing() => Ask(45_000).ShouldBeEmpty();

    [Fact]
    public void A_price_three_times_off_waits_for_a_moderator()
    {
        var events = Ask(135_000);

        events.Select(e => e.GetType()).ShouldBe([typeof(WordsWritten), typeof(Submitted)]);
        var listing = events.Aggregate(Given.Published(), (l, e) => e is WordsWritten w ? l.Apply(w) : l.Apply((Submitted)e));
        listing.Public!.Price!.Dinars.ShouldBe(45_000);
        listing.Review.ShouldBe(ListingReview.Waiting);
    }

    [Fact]
    public void Only_what_is_on_the_market_has_a_price_to_change() =>
        Should.Throw<RefusedException>(() => Ask(40_000, Given.SoldListing())).Refusals.ShouldHaveSingleItem().Key.ShouldBe("Listing.NotOnMarket");

    [Fact]
    public void A_stranger_changes_no_price() => Should.Throw<NotFoundException>(() => ChangePriceHandler.Handle(
        new(Guid.Empty, Given.Stranger, new Price(Type, 1)), Given.Published(), Given.ICatalog, TimeProvider.System));

    [Fact]
    public void The_history_is_what_was_asked_and_stays_short() =>
        Gen.Long[1, 1000].List[1, 200].Sample(asked =>
        {
            IReadOnlyList<PricePoint> prices = [];
            for (var i = 0; i < asked.Count; i++) prices = PriceHistory.With(prices, new Price(Type, asked[i]), Given.Now.AddHours(i));

            prices.Count.ShouldBeLessThanOrEqualTo(PriceHistory.Longest);
            prices[^1].Dinars.ShouldBe(asked[^1]);
            prices.Zip(prices.Skip(1)).ShouldAllBe(p => p.First.Dinars != p.Second.Dinars && p.First.At < p.Second.At);
        });

    [Fact]
    public void The_history_is_kept_as_a_short_text_and_read_as_it_was() =>
        Gen.Select(Gen.Long[-62_000_000_000L, 62_000_000_000L], Gen.Long[0, long.MaxValue]).List[0, 60].Sample(points =>
        {
            var listing = Given.Published() with { Prices = points.ConvertAll(p => new PricePoint(DateTimeOffset.UnixEpoch.AddSeconds(p.Item1).AddTicks(p.Item2 % 10_000_000), p.Item2)) };
            JsonSerializer.Deserialize<Listing>(JsonSerializer.Serialize(listing))!.Prices.ShouldBe(listing.Prices);
        });

    [Fact]
    public void The_list_that_was_kept_before_is_still_read()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(Given.Published()))!;
        json["Prices"] = JsonNode.Parse("""[{"At":"2026-11-29T08:53:18.7803135+00:00","Dinars":82500}]""");
        json.Deserialize<Listing>()!.Prices.ShouldBe([new PricePoint(DateTimeOffset.Parse("2026-11-29T08:53:18.7803135Z", CultureInfo.InvariantCulture), 82_500)]);
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("\"1:\"")]
    [InlineData("\"1:2 ,\"")]
    public void What_is_no_history_is_not_taken_for_one(string kept)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(Given.Published()))!;
        json["Prices"] = JsonNode.Parse(kept);
        Should.Throw<JsonException>(() => json.Deserialize<Listing>());
    }

    [Fact]
    public void A_drop_is_never_measured_from_a_price_below_or_long_gone() =>
        Gen.Select(Gen.Select(Gen.Int[0, 90], Gen.Long[1, 1000]).List[1, 20], Gen.Long[1, 1000]).Sample((points, asked) =>
        {
            var prices = points.OrderBy(p => p.Item1).Select(p => new PricePoint(Given.Now.AddDays(p.Item1), p.Item2)).ToList();
            var now = Given.Now.AddDays(91);

            if (PriceHistory.DropFrom(prices, new Price(Type, asked), now) is not { } was) return;
            was.ShouldBeGreaterThan(asked);
            prices.ShouldContain(p => p.Dinars == was);
            prices.Where(p => p.At > now - PriceHistory.Memory).ShouldAllBe(p => p.Dinars >= was);
        });
}
