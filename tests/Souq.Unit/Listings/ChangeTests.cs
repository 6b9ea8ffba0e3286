using Microsoft.Extensions.Time.Testing;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Contracts;
using Souq.Listings.Publishing;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Listings;

/// <summary>What moderators change of an advert.</summary>
public class ChangeTests
{
    private static readonly Guid Moderator = Guid.Parse("44444444-4444-4444-4444-444444444444");
    private static readonly int Other = Given.Catalog.Sections.First(s => s.TakesAdverts && s.Id != Given.Section.Id).Id;
    private readonly FakeTimeProvider time = new(Given.Now);

    [Fact]
    public void It_is_published_as_the_moderator_changed_it_and_he_is_the_author()
    {
        var (events, messages) = Decide(Given.Waiting(), new SubjectChange(Moderator, Other, [new TextPiece(0, 6)], []));

        var changed = events[0].ShouldBeOfType<ChangedByModerator>();
        (changed.By, changed.From, changed.SectionId).ShouldBe((Moderator, Given.Section.Id, Other));
        var published = events[1].ShouldBeOfType<Published>();
        (published.Content.SectionId, published.Content.Title, published.Content.WrittenIn).ShouldBe((Other, "••• for three", Given.Section.Id));
        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingPublished>().Title.ShouldBe("••• for three");
    }

    [Fact]
    public void Sent_twice_it_is_changed_once() =>
        Decide(Changed(), new SubjectChange(Moderator, Other, [], [])).Events.ShouldBeEmpty();

    [Fact]
    public void The_next_edit_is_looked_at_before_it_appears()
    {
        var edited = Changed().Apply(new WordsWritten("A sofa for three", "Hardly used, nice.", new Price(Given.Section.PriceTypes[0], 45_000), Given.Commune));
        SubmitListingHandler.AppearsAtOnce(edited, Given.Catalog).ShouldBeFalse();
        var sent = edited.Apply(new Submitted(2, Given.Now));
        var shown = sent.Apply(CaseDecidedHandler.Publish(sent, Given.Catalog, Given.Now));
        SubmitListingHandler.AppearsAtOnce(shown.Apply(new WordsWritten("A sofa for three", "Used.", shown.Public!.Price!, Given.Commune)), Given.Catalog).ShouldBeTrue();
    }

    [Fact]
    public void Undone_it_is_as_its_seller_wrote_it()
    {
        var (events, messages) = Restore(Changed());
        var published = events[^1].ShouldBeOfType<Published>();
        (published.Content.SectionId, published.Content.Title).ShouldBe((Given.Section.Id, "A sofa for three"));
        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingPublished>().SectionId.ShouldBe(Given.Section.Id);
        Restore(All(Changed(), events)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void One_that_is_public_moves_and_keeps_the_draft_its_seller_works_on()
    {
        var working = Given.Published().Apply(new WordsWritten("A red sofa for three", "Hardly used.", new Price(Given.Section.PriceTypes[0], 45_000), Given.Commune));
        var (events, messages) = Decide(working, new SubjectChange(Moderator, Other, [new TextPiece(0, 6)], []));
        var moved = All(working, events);
        (moved.Public!.SectionId, moved.Public.Title, moved.Draft.SectionId, moved.Draft.Title).ShouldBe((Other, "A sofa for three", Other, "A red sofa for three"));
        moved.Review.ShouldBe(ListingReview.Draft);
        messages.ShouldHaveSingleItem().ShouldBeOfType<ListingPublished>().SectionId.ShouldBe(Other);
        All(moved, Restore(moved).Events).Public!.SectionId.ShouldBe(Given.Section.Id);
    }

    [Fact]
    public void A_correction_sends_it_back_and_an_appeal_can_publish_it()
    {
        var waiting = Given.Waiting();
        var fact = Fact(waiting, Outcome.Returned) with { ReasonCode = "photos" };
        var asked = CaseDecidedHandler.Handle(fact, waiting, Given.ICatalog, time).Item1.ShouldHaveSingleItem().ShouldBeOfType<CorrectionAsked>();
        var returned = waiting.Apply(asked);
        (returned.IsOnMarket, returned.RefusalReason).ShouldBe((false, "photos"));
        Restore(returned).Events.ShouldHaveSingleItem().ShouldBeOfType<Published>();
    }

    private Listing Changed() => All(Given.Waiting(), Decide(Given.Waiting(), new SubjectChange(Moderator, Other, [new TextPiece(0, 6)], [])).Events);

    private (IReadOnlyList<object> Events, IReadOnlyList<object> Messages) Decide(Listing listing, SubjectChange change)
    {
        var (events, messages) = CaseDecidedHandler.Handle(Fact(listing, Outcome.Changed) with { Change = change }, listing, Given.ICatalog, time);
        return ([.. events], [.. messages]);
    }

    private (IReadOnlyList<object> Events, IReadOnlyList<object> Messages) Restore(Listing listing)
    {
        var (events, messages) = CaseDecidedHandler.Handle(Fact(listing, Outcome.Restored), listing, Given.ICatalog, time);
        return ([.. events], [.. messages]);
    }

    private static CaseDecided Fact(Listing listing, Outcome outcome) => new(Guid.NewGuid(), "listing", listing.Id, listing.Revision, outcome, null, Given.Now);

    private static Listing All(Listing listing, IEnumerable<object> events) => events.Aggregate(listing, (l, e) => e switch
    {
        ChangedByModerator changed => l.Apply(changed),
        ChangeUndone undone => l.Apply(undone),
        Published published => l.Apply(published),
        _ => l,
    });
}
