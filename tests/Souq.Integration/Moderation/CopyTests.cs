using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Reporting;
using Wolverine.Tracking;

namespace Souq.Integration.Moderation;

/// <summary>Prices come in floods and out of order; what a module keeps of them follows the newest.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class CopyTests(ModerationMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_price_wins_in_whatever_order_prices_come()
    {
        var advert = await market.Publish();
        var untouched = await market.Publish();
        await Tell(Changed(advert, 1_700_000, 3), Changed(advert, 1_900_000, 1), Changed(advert, 1_600_000, 2));
        (await Copy(advert))!.Price.Dinars.ShouldBe(1_700_000);

        await Tell(Changed(advert, 1_500_000, 2));
        await Tell(Changed(advert, 1_800_000, 1), Changed(untouched, 1_400_000, 1));
        (await Copy(untouched))!.Price.Dinars.ShouldBe(1_400_000);

        (await Copy(advert))!.ShouldSatisfyAllConditions(
            copy => copy.Price.ShouldBe(new Price(PriceType.Negotiable, 1_700_000)),
            copy => copy.PricedAt.ShouldBe(advert.At.AddMinutes(3)),
            copy => copy.Title.ShouldBe(advert.Title),
            copy => copy.SellerId.ShouldBe(advert.SellerId));
    }

    [Fact]
    public async Task Of_many_told_at_once_each_is_kept_and_of_one_told_twice_the_last()
    {
        var (one, other) = (await market.Publish(), await market.Publish());
        await market.Tell(new ListingsPublished([Published(one, 2, "Before"), Published(other, 2, "Other"), Published(one, 3, "After")]));

        (await Copy(one))!.ShouldSatisfyAllConditions(copy => copy.Title.ShouldBe("After"), copy => copy.Revision.ShouldBe(3), copy => copy.SellerId.ShouldBe(one.SellerId));
        (await Copy(other))!.Title.ShouldBe("Other");
    }

    [Fact]
    public async Task A_price_that_comes_after_the_end_brings_nothing_back()
    {
        var (ended, other) = (await market.Publish(), await market.Publish());
        await market.Tell(new ListingEnded(ended.ListingId, ended.Number, ended.SellerId, ListingEnd.Sold, ended.At.AddMinutes(1)));
        await Tell(Changed(ended, 1_000_000, 2), Changed(other, 1_000_000, 2));
        (await Copy(other))!.Price.Dinars.ShouldBe(1_000_000);
        (await Copy(ended)).ShouldBeNull();
    }

    /// <summary>See <see cref="Souq.Listings.Pricing.TellPrices"/>.</summary>
    [Fact]
    public async Task A_price_that_overtook_its_publication_is_there_once_it_is_told_again()
    {
        var advert = await market.Publish();
        // A moment of the same tenths of a microsecond is no older than itself.
        advert = advert with { At = advert.At.AddTicks(17 - advert.At.Ticks % 10) };
        await Tell(Changed(advert, 1_300_000, 2));
        await market.Tell(new ListingsPublished([Published(advert, 2, "Late")]));
        (await Copy(advert))!.Price.ShouldBe(advert.Price);

        await Tell(Changed(advert, 1_300_000, 2));
        (await Copy(advert))!.ShouldSatisfyAllConditions(copy => copy.Price.Dinars.ShouldBe(1_300_000), copy => copy.Title.ShouldBe("Late"));
    }

    private static ListingPublished Published(ListingSubmitted advert, int revision, string title) => new(
        advert.ListingId, revision, advert.Number, advert.SellerId, advert.SectionId, title, advert.CommuneCode, advert.Price, advert.PhotoId, First: false, advert.At.AddMinutes(revision));

    private static ListingPriceChanged Changed(ListingSubmitted advert, long dinars, int minutes) => new(
        advert.ListingId, new Price(PriceType.Negotiable, dinars), null, advert.At.AddMinutes(minutes));

    private Task<ITrackedSession> Tell(params IReadOnlyList<ListingPriceChanged> facts) => market.Tell(new ListingPricesChanged(facts));

    private async Task<PublicAdvert?> Copy(ListingSubmitted advert)
    {
        await using var session = market.Store.QuerySession();
        return await session.LoadAsync<PublicAdvert>(advert.ListingId, Stop);
    }
}
