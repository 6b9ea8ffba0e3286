using Microsoft.Extensions.Time.Testing;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Closing;
using Souq.Listings.Contracts;
using Souq.Listings.Expiry;
using Souq.Listings.Publishing;
using Souq.Listings.Reopening;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Listings;

public sealed class HidingTests
{
    private static readonly DateTimeOffset Later = Given.Now.AddDays(2);

    private static Listing Hidden => Given.Published().Apply(new Hidden(Given.Now));

    [Fact]
    public void A_hidden_advert_leaves_the_market_for_everybody()
    {
        var (events, messages) = SubjectHiddenHandler.Handle(Hide(), Given.Published(), new FakeTimeProvider(Later));
        events.ShouldHaveSingleItem().ShouldBe(new Hidden(Later));
        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingEnded>().How.ShouldBe(ListingEnd.Hidden);
        Hidden.ShouldSatisfyAllConditions(l => l.IsOnMarket.ShouldBeFalse(), l => l.IsInSight.ShouldBeFalse());
    }

    [Fact]
    public void It_comes_back_with_the_days_it_lost()
    {
        var (events, messages) = SubjectShownHandler.Handle(Show(), Hidden, new FakeTimeProvider(Later));
        var shown = events.ShouldHaveSingleItem().ShouldBeOfType<ShownAgain>();
        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingPublished>().First.ShouldBeFalse();
        Hidden.Apply(shown).ShouldSatisfyAllConditions(
            l => l.IsOnMarket.ShouldBeTrue(), l => l.IsInSight.ShouldBeTrue(), l => l.ExpiresAt.ShouldBe(Given.Published().ExpiresAt + TimeSpan.FromDays(2)));
    }

    [Fact]
    public void Orders_that_come_twice_or_in_the_wrong_order_end_as_the_newest_says()
    {
        SubjectHiddenHandler.Decide(Hidden, Hide(), Later).ShouldBeNull();
        var first = Given.Published().Apply(SubjectShownHandler.Decide(Given.Published(), Show()).ShouldNotBeNull());
        SubjectHiddenHandler.Decide(first, Hide(), Later).ShouldBeNull();
        SubjectHiddenHandler.Decide(first, Hide() with { At = Later.AddHours(1) }, Later).ShouldNotBeNull();
        SubjectShownHandler.Decide(first, Show()).ShouldBeNull();
    }

    [Fact]
    public void Taking_it_back_and_offering_it_again_is_no_way_around_the_moderators()
    {
        var withdrawn = Hidden.Apply(WithdrawListingHandler.Decide(Hidden, Later).ShouldNotBeNull());
        withdrawn.IsInSight.ShouldBeFalse();
        var again = withdrawn.Apply(ReopenListingHandler.Decide(withdrawn, Later).ShouldNotBeNull());
        again.ShouldSatisfyAllConditions(l => l.Life.ShouldBe(ListingLife.Hidden), l => l.IsOnMarket.ShouldBeFalse());
        Should.Throw<RefusedException>(() => RenewListingHandler.Decide(new(Hidden.Id, null, null), Hidden, 60, Later)).Refusals.ShouldHaveSingleItem().Key.ShouldBe("Listing.HiddenMeanwhile");
        Hidden.Apply(MarkSoldHandler.Decide(Hidden, SoldWhere.Unsaid, null, Later).ShouldNotBeNull()).IsInSight.ShouldBeFalse();
    }

    [Fact]
    public void A_correction_waits_for_a_moderator_and_approved_puts_it_back_with_its_days()
    {
        var corrected = Hidden.Apply(new WordsWritten("A sofa for three", "Hardly used, as the photos show.", Hidden.Draft.Price!, Given.Commune));
        SubmitListingHandler.Decide(corrected, Given.Catalog, Later).ShouldBeOfType<Submitted>();
        var waiting = corrected.Apply(new Submitted(2, Later));
        var published = waiting.Apply(CaseDecidedHandler.Publish(waiting, Given.Catalog, Later));
        published.ShouldSatisfyAllConditions(
            l => l.IsOnMarket.ShouldBeTrue(), l => l.HiddenSince.ShouldBeNull(), l => l.ExpiresAt.ShouldBe(Given.Published().ExpiresAt + TimeSpan.FromDays(2)));
    }

    [Fact]
    public void Removed_for_good_and_brought_back_by_an_appeal_it_stands_on_the_market()
    {
        var removed = Hidden.Apply(new Removed("fraud", Later));
        var back = (Reopened)CaseDecidedHandler.Handle(
            new(Guid.NewGuid(), "listing", removed.Id, 1, Outcome.Restored, null, Later.AddDays(1)), removed, Given.ICatalog, new FakeTimeProvider(Later.AddDays(1))).Item1.Single();
        removed.Apply(back).ShouldSatisfyAllConditions(
            l => l.IsOnMarket.ShouldBeTrue(), l => l.IsInSight.ShouldBeTrue(), l => l.ExpiresAt.ShouldBe(Given.Published().ExpiresAt + TimeSpan.FromDays(3)));
    }

    private static SubjectHidden Hide() => new(Guid.NewGuid(), "listing", Hidden.Id, Given.Now);

    private static SubjectShown Show() => new(Guid.NewGuid(), "listing", Hidden.Id, Later);
}
