using Microsoft.Extensions.Time.Testing;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Closing;
using Souq.Listings.Contracts;
using Souq.Listings.Expiry;
using Souq.Listings.Quotas;

namespace Souq.Unit.Listings;

public class LifeTests
{
    private readonly FakeTimeProvider time = new(Given.Now.AddDays(57));

    [Fact]
    public void An_advert_is_renewed_in_its_last_week()
    {
        var listing = Given.Published();

        var (events, messages) = RenewListingHandler.Handle(new(listing.Id, Given.Seller, null), listing, Given.ICatalog, time, Room.Endless);

        events.ShouldHaveSingleItem().ShouldBe(new Renewed(time.GetUtcNow(), time.GetUtcNow().AddDays(Given.Section.LifeDays)));
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void An_advert_is_not_renewed_early() =>
        Should.Throw<RefusedException>(() => RenewListingHandler.Decide(new(Guid.Empty, Given.Seller, null), Given.Published(), 60, Given.Now))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Listing.TooEarlyToRenew");

    [Fact]
    public void An_expired_advert_comes_back_to_the_market()
    {
        var listing = Given.ExpiredListing();

        var (_, messages) = RenewListingHandler.Handle(new(listing.Id, Given.Seller, null), listing, Given.ICatalog, time, Room.Endless);

        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingPublished>().First.ShouldBeFalse();
    }

    [Fact]
    public void A_renewal_link_used_twice_renews_once()
    {
        var listing = Given.Published();
        var command = new RenewListing(listing.Id, null, listing.ExpiresAt);
        var renewed = RenewListingHandler.Decide(command, listing, 60, time.GetUtcNow());

        RenewListingHandler.Decide(command, listing.Apply(renewed!), 60, time.GetUtcNow()).ShouldBeNull();
    }

    [Fact]
    public void A_sold_listing_cannot_be_renewed() =>
        Should.Throw<RefusedException>(() => RenewListingHandler.Decide(new(Guid.Empty, Given.Seller, null), Given.SoldListing(), 60, time.GetUtcNow()));

    [Fact]
    public void Sold_and_withdrawn_are_said_once()
    {
        MarkSoldHandler.Handle(new(Guid.Empty, Given.Seller), Given.SoldListing(), time).Item1.ShouldBeEmpty();
        WithdrawListingHandler.Handle(new(Guid.Empty, Given.Seller), Given.WithdrawnListing(), time).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void What_leaves_the_market_is_told_to_the_other_modules()
    {
        var (_, sold) = MarkSoldHandler.Handle(new(Guid.Empty, Given.Seller), Given.Published(), time);
        var (_, withdrawn) = WithdrawListingHandler.Handle(new(Guid.Empty, Given.Seller), Given.Waiting(), time);

        sold.ShouldHaveSingleItem().ShouldBeOfType<ListingEnded>().How.ShouldBe(ListingEnd.Sold);
        withdrawn.ShouldHaveSingleItem().ShouldBeOfType<ListingEnded>().How.ShouldBe(ListingEnd.Withdrawn);
    }

    [Fact]
    public void A_draft_cannot_be_sold() =>
        Should.Throw<RefusedException>(() => MarkSoldHandler.Handle(new(Guid.Empty, Given.Seller), Given.WrittenDraft(), time));

    [Fact]
    public void Strangers_close_nothing()
    {
        Should.Throw<NotFoundException>(() => MarkSoldHandler.Handle(new(Guid.Empty, Given.Stranger), Given.Published(), time));
        Should.Throw<NotFoundException>(() => WithdrawListingHandler.Handle(new(Guid.Empty, Given.Stranger), Given.Published(), time));
        Should.Throw<NotFoundException>(() => RenewListingHandler.Handle(new(Guid.Empty, Given.Stranger, null), Given.Published(), Given.ICatalog, time, Room.Endless));
    }
}
