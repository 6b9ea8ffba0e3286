using Microsoft.Extensions.Time.Testing;
using Souq.Listings;
using Souq.Listings.Contracts;
using Souq.Listings.Publishing;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Listings;

public class DecisionTests
{
    private readonly FakeTimeProvider time = new(Given.Now);

    private static CaseDecided Decided(Listing listing, Outcome outcome, int revision = 1) =>
        new(Guid.NewGuid(), "listing", listing.Id, revision, outcome, outcome == Outcome.Refused ? "photos" : null, Given.Now);

    [Fact]
    public void An_approved_advert_is_published_with_its_whole_content_for_the_life_its_section_gives()
    {
        var listing = Given.Waiting();

        var (events, messages) = CaseDecidedHandler.Handle(Decided(listing, Outcome.Approved), listing, Given.ICatalog, time);

        var published = events.ShouldHaveSingleItem().ShouldBeOfType<Published>();
        published.Content.ShouldBe(listing.Draft);
        published.First.ShouldBeTrue();
        published.ExpiresAt.ShouldBe(Given.Now.AddDays(Given.Section.LifeDays));
        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingPublished>().Number.ShouldBe(listing.Number);
    }

    [Fact]
    public void A_refused_advert_goes_back_to_its_seller_with_the_reason()
    {
        var listing = Given.Waiting();

        var (events, messages) = CaseDecidedHandler.Handle(Decided(listing, Outcome.Refused), listing, Given.ICatalog, time);

        events.ShouldHaveSingleItem().ShouldBe(new RevisionRefused(1, "photos", Given.Now));
        messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_decision_about_another_revision_changes_nothing(int revision)
    {
        var listing = Given.Waiting();

        var (events, messages) = CaseDecidedHandler.Handle(Decided(listing, Outcome.Approved, revision), listing, Given.ICatalog, time);

        events.ShouldBeEmpty();
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_delivered_twice_publishes_once()
    {
        var listing = Given.Published();

        CaseDecidedHandler.Handle(Decided(listing, Outcome.Approved), listing, Given.ICatalog, time).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void An_advert_withdrawn_while_it_waited_is_not_published()
    {
        var listing = Given.Waiting().Apply(new Withdrawn(Given.Now));

        CaseDecidedHandler.Handle(Decided(listing, Outcome.Approved), listing, Given.ICatalog, time).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_revision_of_an_advert_on_the_market_is_no_news_and_no_renewal()
    {
        var first = Given.Published();
        var edited = first.Apply(new PhotoAdded(new ListingPhoto("p1", 100, 100, 0))).Apply(new Submitted(2, Given.Now.AddDays(10)));

        var again = CaseDecidedHandler.Publish(edited, Given.Catalog, Given.Now.AddDays(11));

        again.First.ShouldBeFalse();
        again.ExpiresAt.ShouldBe(first.ExpiresAt!.Value);
    }

    [Fact]
    public void The_public_keeps_seeing_the_old_words_while_new_ones_wait()
    {
        var edited = Given.Published().Apply(new PhotoAdded(new ListingPhoto("p1", 100, 100, 0))).Apply(new Submitted(2, Given.Now));

        edited.IsOnMarket.ShouldBeTrue();
        edited.Shown.Photos.ShouldBeEmpty();
    }
}
