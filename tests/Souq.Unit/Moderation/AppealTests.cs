using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Case = Souq.Moderation.Case;

namespace Souq.Unit.Moderation;

public sealed class AppealTests
{
    [Fact]
    public void It_is_about_the_decision_and_names_who_is_not_asked()
    {
        var (appealed, appeal) = Cases.Appeal(Cases.Refused, Cases.Now);
        appealed.DecisionId.ShouldBe(Decision.IdOf(Cases.CaseId, 1));
        appealed.Against.ShouldBe(Cases.Me);
        appealed.Submission.Why.ShouldBe([Signals.Appealed]);
        (appeal.Id, appeal.Words).ShouldBe((appealed.DecisionId, "Mes propres photos."));
    }

    [Fact]
    public void Somebody_else_is_not_told_that_there_is_a_case() =>
        Should.Throw<NotFoundException>(() => Cases.Appeal(Cases.Refused, Cases.Now, by: Cases.Other));

    [Theory]
    [InlineData("", "Appeal.WordsMissing")]
    [InlineData("  \n ", "Appeal.WordsMissing")]
    [InlineData(null, "Appeal.WordsTooLong")]
    public void It_says_why(string? words, string refusal)
    {
        var refused = Should.Throw<RefusedException>(() => Cases.Appeal(Cases.Refused, Cases.Now, words ?? new string('x', Appeal.MostWords + 1)));
        var said = refused.Refusals.ShouldHaveSingleItem();
        (said.Key, said.Field).ShouldBe((refusal, "words"));
    }

    [Fact]
    public void The_last_moment_counts()
    {
        Cases.Refused.ObstacleToAppeal(Cases.Now + Appeal.Window - TimeSpan.FromTicks(1)).ShouldBeNull();
        Cases.Refused.ObstacleToAppeal(Cases.Now + Appeal.Window).ShouldBe(AppealDecisionHandler.TooLate);
    }

    [Fact]
    public void Upheld_it_stands_where_it_stood_and_cannot_be_appealed_again()
    {
        var (refused, removed) = (Upheld(Cases.Appealed), Upheld(Cases.AppealedRemoval));
        (refused.State, removed.State).ShouldBe((CaseState.Refused, CaseState.Removed));
        refused.ObstacleToAppeal(Cases.Now).ShouldBe(AppealDecisionHandler.Already);
        removed.ObstacleToAppeal(Cases.Now).ShouldBe(AppealDecisionHandler.Already);
    }

    [Fact]
    public void Overturned_nothing_stands_against_the_seller()
    {
        var overturned = Overturned(Cases.AppealedRemoval);
        (overturned.State, overturned.Ruling, overturned.IsAppealed).ShouldBe((CaseState.Approved, null, false));
    }

    [Fact]
    public void Removed_again_it_is_another_decision_with_an_appeal_of_its_own()
    {
        var back = Overturned(Cases.AppealedRemoval);
        var again = RemoveCaseHandler.Decide(back.Report(Cases.Other), new(Cases.CaseId, 1, Cases.Me, "fraud", null), Cases.Now);
        again.Removal.ShouldBe(2);
        var removed = back.Apply(again);
        removed.ObstacleToAppeal(Cases.Now).ShouldBeNull();
        Decision.IdOfRuling(removed).ShouldNotBe(Decision.IdOfRuling(Cases.AppealedRemoval));
    }

    [Fact]
    public void A_correction_takes_its_place()
    {
        var corrected = Cases.Appealed.Apply((CaseReopened)Cases.Open(Cases.Appealed, Cases.Submitted(2)).Single());
        corrected.IsAppealed.ShouldBeFalse();
        ApproveCaseHandler.Decide(corrected, new(Cases.CaseId, 2, Cases.Me), Cases.Now).Revision.ShouldBe(2);
    }

    [Fact]
    public void In_the_queue_it_waits_for_anybody_but_the_one_who_decided()
    {
        var (appealed, _) = Cases.Appeal(Cases.Refused, Cases.Now);
        var item = new QueueProjection().Evolve(null, Cases.CaseId, JasperFx.Events.Event.For(appealed)).ShouldNotBeNull();
        item.NotBy.ShouldBe([Cases.Me]);
        (item.Since, item.Number).ShouldBe((Cases.Now, 10001));
    }

    private static Case Upheld(Case current) => current.Apply(UpholdDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me, "Vu."), Cases.Now));

    private static Case Overturned(Case current) => current.Apply(OverturnDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me), Cases.Now));
}
