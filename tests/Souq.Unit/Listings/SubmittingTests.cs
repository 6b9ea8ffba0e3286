using Microsoft.Extensions.Time.Testing;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Contracts;
using Souq.Listings.Publishing;
using Souq.Listings.Quotas;

namespace Souq.Unit.Listings;

public class SubmittingTests
{
    private readonly FakeTimeProvider time = new(Given.Now);

    [Fact]
    public void A_written_draft_is_submitted_with_one_fact_for_moderation()
    {
        var listing = Given.WrittenDraft();

        var (events, messages) = SubmitListingHandler.Handle(new(listing.Id, Given.Seller), listing, Given.ICatalog, time, new([], Room.Endless));

        events.ShouldHaveSingleItem().ShouldBe(new Submitted(1, Given.Now));
        var fact = messages.ShouldHaveSingleItem().ShouldBeOfType<ListingSubmitted>();
        (fact.Revision, fact.SellerId, fact.Title).ShouldBe((1, Given.Seller, "A sofa for three"));
    }

    [Fact]
    public void Pressing_submit_twice_is_one_submission()
    {
        var listing = Given.Waiting();

        var (events, messages) = SubmitListingHandler.Handle(new(listing.Id, Given.Seller), listing, Given.ICatalog, time, new([], Room.Endless));

        events.ShouldBeEmpty();
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_advert_can_be_corrected_and_submitted_again()
    {
        var listing = Given.RefusedListing().Apply(new WordsWritten("A grey sofa for three", "", new Price(Given.Section.PriceTypes[0], 40_000), Given.Commune));

        SubmitListingHandler.Decide(listing, Given.Catalog, Given.Now).ShouldBe(new Submitted(2, Given.Now));
    }

    [Fact]
    public void An_unfinished_draft_is_refused_with_every_missing_field_named()
    {
        var refused = Should.Throw<RefusedException>(() => SubmitListingHandler.Decide(
            Given.Draft().Apply(new DetailsWritten(Given.Section.Id, new Dictionary<string, string>())), Given.Catalog, Given.Now));

        refused.Refusals.Select(r => r.Field).ShouldBe(["title", "price", "commune"]);
    }

    [Fact]
    public void Nobody_else_submits_an_advert_or_learns_that_it_exists() =>
        Should.Throw<NotFoundException>(() =>
            SubmitListingHandler.Handle(new(Guid.NewGuid(), Given.Stranger), Given.WrittenDraft(), Given.ICatalog, time, new([], Room.Endless)));

    [Fact]
    public void An_advert_on_the_market_with_nothing_new_is_not_submitted() =>
        Should.Throw<RefusedException>(() => SubmitListingHandler.Decide(Given.Published(), Given.Catalog, Given.Now))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Listing.NothingNew");

    [Fact]
    public void A_sold_or_withdrawn_advert_is_not_submitted()
    {
        Should.Throw<RefusedException>(() => SubmitListingHandler.Decide(Given.SoldListing(), Given.Catalog, Given.Now));
        Should.Throw<RefusedException>(() => SubmitListingHandler.Decide(Given.WithdrawnListing(), Given.Catalog, Given.Now));
    }
}
