using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Messaging.Ratings;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Messaging;

public class RatingTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Buyer = Guid.Parse("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Stranger = Guid.Parse("33333333-3333-3333-3333-333333333333");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly Conversation Talk =
        Conversation.Create(new(Guid.Parse("44444444-4444-4444-4444-444444444444"), 10_001, "Clio 4", Buyer, Seller, Now)) with { Id = Guid.Parse("55555555-5555-5555-5555-555555555555") };

    private static readonly Rating There = Rating.Create(new(Talk.Id, Talk.ListingId, Buyer, Seller, 4, Now));

    [Fact]
    public void Who_wrote_and_was_answered_rates_the_seller() =>
        Rate(Buyer).ShouldBe(new PersonRated(Talk.Id, Talk.ListingId, Buyer, Seller, 5, Now));

    [Fact]
    public void Nobody_writes_it_again_lest_another_text_be_judged_than_was_read()
    {
        Refused(() => Rate(Buyer, before: There)).Key.ShouldBe("Rate.Known");
        Refused(() => Rate(Buyer, before: There.Apply(new RatingWithdrawn(Now)))).Key.ShouldBe("Rate.Known");
    }

    [Fact]
    public void Sellers_do_not_rate_themselves() => Refused(() => Rate(Seller)).Key.ShouldBe("Rate.OnlyBuyers");

    [Fact]
    public void Nobody_rates_who_has_not_answered_him() => Refused(() => Rate(Buyer, answered: false)).Key.ShouldBe("Rate.NoAnswer");

    [Fact]
    public void What_moderators_took_down_is_not_written_anew() =>
        Refused(() => Rate(Buyer, before: There.Apply(new RatingRemoved(Now)))).Key.ShouldBe("Rate.Removed");

    [Fact]
    public void A_stranger_need_not_know_that_they_speak() => Should.Throw<NotFoundException>(() => Rate(Stranger));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void Stars_are_from_one_to_five(int? stars)
    {
        var refusal = Refused(() => Rate(Buyer, stars));
        (refusal.Key, refusal.Field).ShouldBe(("Rate.StarsMissing", "stars"));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Should.Throw<RefusedException>(() => Rate(Buyer, 0, new string('x', RatePersonHandler.MostWords + 1))).Refusals.Select(r => r.Field).ShouldBe(["stars", "words"]);

    [Fact]
    public void Only_its_author_takes_it_back_and_puts_it_back_and_each_once()
    {
        var gone = There.Apply(new RatingWithdrawn(Now));
        Should.Throw<NotFoundException>(() => Withdraw(There, Seller));
        Withdraw(There, Buyer).ShouldBe(new RatingWithdrawn(Now));
        Withdraw(gone, Buyer).ShouldBeNull();
        Withdraw(gone, Buyer, putBack: true).ShouldBe(new RatingPutBack(Now));
        Withdraw(There, Buyer, putBack: true).ShouldBeNull();
        gone.Shown.ShouldBeFalse();
        gone.Apply(new RatingPutBack(Now)).Shown.ShouldBeTrue();

        static object? Withdraw(Rating rating, Guid actor, bool putBack = false) => WithdrawRatingHandler.Decide(rating, new(rating.Id, actor, putBack), Now);
    }

    [Fact]
    public void Only_what_nothing_speaks_against_is_shown()
    {
        There.Shown.ShouldBeTrue();
        Then(new RatingHidden(Now)).Shown.ShouldBeFalse();
        Then(new RatingHidden(Now), new RatingLookedAt(Now)).Shown.ShouldBeTrue();
        Then(new RatingHidden(Now), new RatingWithdrawn(Now), new RatingPutBack(Now)).Shown.ShouldBeFalse();
        Then(new RatingRemoved(Now)).Shown.ShouldBeFalse();
        Then(new RatingHidden(Now), new RatingRemoved(Now), new RatingRestored(Now)).Shown.ShouldBeTrue();
        Then(new RatingRemoved(Now), new RatingLookedAt(Now)).Shown.ShouldBeFalse();
        Then(new RatingWithdrawn(Now), new RatingRemoved(Now), new RatingRestored(Now)).Shown.ShouldBeFalse();
    }

    [Fact]
    public void Each_decision_of_moderators_holds_once()
    {
        var removed = Then(new RatingRemoved(Now));
        RatingJudgedHandler.Decide(There, Outcome.Removed, Now).ShouldBe(new RatingRemoved(Now));
        RatingJudgedHandler.Decide(removed, Outcome.Removed, Now).ShouldBeNull();
        RatingJudgedHandler.Decide(removed, Outcome.Restored, Now).ShouldBe(new RatingRestored(Now));
        RatingJudgedHandler.Decide(There, Outcome.Restored, Now).ShouldBeNull();
        RatingJudgedHandler.Decide(There, Outcome.Approved, Now).ShouldBeNull();
    }

    [Fact]
    public void An_order_to_hide_that_is_older_than_the_last_look_is_void()
    {
        RatingHiddenHandler.Decide(There, Now).ShouldBe(new RatingHidden(Now));
        RatingHiddenHandler.Decide(Then(new RatingHidden(Now)), Now).ShouldBeNull();
        RatingHiddenHandler.Decide(Then(new RatingRemoved(Now)), Now).ShouldBeNull();
        // The word that it may be seen again comes first.
        var looked = Then(RatingHiddenHandler.Looked(There, Now)!);
        RatingHiddenHandler.Decide(looked, Now.AddMinutes(-1)).ShouldBeNull();
        RatingHiddenHandler.Decide(looked, Now.AddMinutes(1)).ShouldNotBeNull();
        RatingHiddenHandler.Looked(looked, Now).ShouldBeNull();
    }

    [Fact]
    public void A_mean_is_of_all_stars()
    {
        new RatingSum([0, 0, 0, 0, 0]).Mean.ShouldBe(0);
        var sum = new RatingSum([1, 0, 0, 0, 3]);
        (sum.Count, sum.Mean).ShouldBe((4, 4));
    }

    private static PersonRated Rate(Guid actor, int? stars = 5, string words = "Très bien", bool answered = true, Rating? before = null) =>
        RatePersonHandler.Decide(Talk, answered, before, actor, stars, words, Now);

    private static Rating Then(params object[] events) => events.Aggregate(There, (rating, happened) => happened switch
    {
        RatingPutBack e => rating.Apply(e),
        RatingWithdrawn e => rating.Apply(e),
        RatingRemoved e => rating.Apply(e),
        RatingRestored e => rating.Apply(e),
        RatingHidden e => rating.Apply(e),
        RatingLookedAt e => rating.Apply(e),
        _ => throw new ArgumentException($"{happened}"),
    });

    private static Refusal Refused(Func<object> act) => Should.Throw<RefusedException>(() => act()).Refusals.ShouldHaveSingleItem();
}
