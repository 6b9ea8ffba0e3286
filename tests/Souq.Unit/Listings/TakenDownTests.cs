using Microsoft.Extensions.Time.Testing;
using Souq.Listings;
using Souq.Listings.Publishing;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Listings;

/// <summary>What becomes of an advert while its seller is shut out.</summary>
public class TakenDownTests
{
    private static readonly Listing Down = Given.Published().Apply(new TakenDown(Guid.NewGuid(), Given.Now.AddDays(1)));
    private readonly FakeTimeProvider time = new(Given.Now.AddDays(3));

    [Fact]
    public void It_is_off_the_market_and_comes_back_where_it_stood()
    {
        (Down.IsOnMarket, Down.RemovedFrom).ShouldBe((false, ListingLife.Published));
        var back = Down.Apply(new Reopened(ListingLife.Published, Down.ExpiresAt!.Value.AddDays(2), Given.Now.AddDays(3)));
        (back.IsOnMarket, back.IsTakenDown, back.EndedAt).ShouldBe((true, false, null));
    }

    [Fact]
    public void What_moderators_remove_meanwhile_stays_removed()
    {
        var (events, messages) = CaseDecidedHandler.Handle(Fact(Outcome.Removed), Down, Given.ICatalog, time);
        var removed = Down.Apply(events.ShouldHaveSingleItem().ShouldBeOfType<Removed>());
        (removed.IsTakenDown, removed.Life, removed.RemovedFrom).ShouldBe((false, ListingLife.Removed, ListingLife.Published));
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void An_appeal_that_is_won_about_the_advert_does_not_bring_its_seller_back() =>
        CaseDecidedHandler.Handle(Fact(Outcome.Restored), Down, Given.ICatalog, time).Item1.ShouldBeEmpty();

    private static CaseDecided Fact(Outcome outcome) => new(Guid.NewGuid(), "listing", Down.Id, 1, outcome, "fraud", Given.Now);
}
