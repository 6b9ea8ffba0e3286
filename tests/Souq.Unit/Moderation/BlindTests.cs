using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Blind;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Souq.Moderation.Staff;
using Souq.Web.Security;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

/// <summary>Decisions that are made once more by somebody who does not know the first.</summary>
public sealed class BlindTests
{
    private static readonly Guid Third = new("00000000-0000-0000-0000-000000000004");
    private static readonly Scope All = new(false, null);

    [Fact]
    public void Who_decided_it_and_who_had_it_before_his_eyes_are_not_asked()
    {
        var asked = Ask(Outcome.Refused, Cases.Me, new CaseClaimed(Cases.Other, Cases.Now, Cases.Now)).ShouldNotBeNull();
        asked.NotBy.ShouldBe([Cases.Me, Cases.Other], ignoreOrder: true);
        var look = Look(asked);
        foreach (var (who, may) in new[] { (Cases.Me, false), (Cases.Other, false), (Cases.Seller, false), (Third, true) }) look.IsOpenTo(who).ShouldBe(may);
        foreach (var who in new[] { Cases.Me, Cases.Other, Cases.Seller })
            Should.Throw<ForbiddenException>(() => AnswerSecondLookHandler.Decide(look, new(look.Id, true, null, who), All, Cases.Now));
    }

    [Fact]
    public void What_no_moderator_decided_is_not_decided_twice()
    {
        Ask(Outcome.Refused, RuleActor.Id).ShouldBeNull();
        Ask(Outcome.Restored, Cases.Me).ShouldBeNull();
        Ask(Outcome.Removed, Cases.Me).ShouldNotBeNull().AsPublic.ShouldBeTrue();
    }

    [Fact]
    public void A_second_answer_gives_a_reason_where_it_is_against_and_comes_once()
    {
        var look = Look(Ask(Outcome.Approved, Cases.Me)!);
        Should.Throw<RefusedException>(() => AnswerSecondLookHandler.Decide(look, new(look.Id, false, "nonsense", Third), All, Cases.Now))
            .Refusals.ShouldHaveSingleItem().Field.ShouldBe("reasonCode");
        var answered = AnswerSecondLookHandler.Decide(look, new(look.Id, false, "photos", Third), All, Cases.Now);
        (answered.Outcome, answered.ReasonCode, answered.By).ShouldBe((Outcome.Refused, "photos", Third));
        Should.Throw<RefusedException>(() => AnswerSecondLookHandler.Decide(look.Apply(answered), new(look.Id, true, null, Third), All, Cases.Now))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe(AnswerSecondLookHandler.Answered);
    }

    [Fact]
    public void It_is_in_a_section_of_his()
    {
        var look = Look(Ask(Outcome.Approved, Cases.Me)!);
        var elsewhere = Given.Catalog.TopSections.First().Id;
        var scope = Scope.Of(new Colleague { Roles = [Principal.Moderator], Sections = [elsewhere] }, Given.Catalog);
        Should.Throw<ForbiddenException>(() => AnswerSecondLookHandler.Decide(look, new(look.Id, true, null, Third), scope, Cases.Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(100)]
    public void So_many_of_a_hundred_are_taken(int percent)
    {
        var sampling = new BlindSampling { Percent = percent };
        var taken = Enumerable.Range(1, 20_000).Count(i => sampling.Takes(DeterministicGuid.Create(Cases.CaseId, $"{i}")));
        (taken / 200.0).ShouldBe(percent, tolerance: 1);
    }

    [Fact]
    public void The_sample_is_set_to_a_percentage_and_to_the_same_again_is_no_news()
    {
        foreach (var wrong in new int?[] { null, -1, 101 })
            Should.Throw<RefusedException>(() => SetBlindSamplingHandler.Decide(null, new(wrong, Cases.Me), Cases.Now));
        SetBlindSamplingHandler.Decide(null, new(BlindSampling.Usual, Cases.Me), Cases.Now).ShouldBeNull();
        SetBlindSamplingHandler.Decide(null, new(20, Cases.Me), Cases.Now).ShouldBe(new BlindSamplingSet(20, Cases.Me, Cases.Now));
    }

    private static SecondLookAsked? Ask(Outcome outcome, Guid by, params object[] more)
    {
        var decision = new Decision { Id = Decision.IdOf(Cases.CaseId, 1), CaseId = Cases.CaseId, Revision = 1, By = by, Outcome = outcome };
        var fact = new CaseDecided(Cases.CaseId, SubjectKinds.Listing, Cases.ListingId, 1, outcome, null, Cases.Now, Cases.Seller);
        return AskSecondLookHandler.Decide(fact, decision, [.. Cases.Open(null, Cases.Submitted()), .. more], Cases.Now);
    }

    private static SecondLook Look(SecondLookAsked asked) => SecondLook.Create(asked) with { Id = asked.DecisionId };
}
