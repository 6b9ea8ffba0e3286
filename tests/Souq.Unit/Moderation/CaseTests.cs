using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters.Gathering;
using Case = Souq.Moderation.Case;

namespace Souq.Unit.Moderation;

public sealed class CaseTests
{
    [Fact]
    public void A_subject_has_one_case_wherever_it_is_computed()
    {
        Case.IdOf("listing", Cases.ListingId).ShouldBe(Cases.CaseId);
        Case.IdOf("person", Cases.ListingId).ShouldNotBe(Cases.CaseId);
    }

    [Fact]
    public void A_decision_frees_the_case()
    {
        Cases.Approved.Lease.ShouldBeNull();
        Cases.Refused.Lease.ShouldBeNull();
    }

    [Fact]
    public void A_refused_case_waits_again_with_a_newer_revision()
    {
        var again = (CaseReopened)Cases.Open(Cases.Refused, Cases.Submitted(2)).Single();
        var current = Cases.Refused.Apply(again);
        current.State.ShouldBe(CaseState.Waiting);
        current.Revision.ShouldBe(2);
        again.Submission.Why.ShouldContain("corrected");
    }

    [Fact]
    public void A_correction_sent_while_a_moderator_looks_leaves_the_case_in_his_hands()
    {
        var again = (CaseReopened)Cases.Open(Cases.HeldByMe, Cases.Submitted(2)).Single();
        Cases.HeldByMe.Apply(again).Lease.ShouldBe(Cases.HeldByMe.Lease);
    }

    [Fact]
    public void Looking_again_keeps_a_case_once_half_of_the_time_is_gone()
    {
        var later = Cases.Now.AddMinutes(3);
        var claimed = ClaimCaseHandler.Decide(Cases.HeldByMe, new(Cases.CaseId, Cases.Me), later);
        claimed.ShouldNotBeNull().Until.ShouldBe(later + Lease.Length);
    }

    [Fact]
    public void A_title_nobody_has_looked_at_never_gets_into_the_stream()
    {
        var opened = Cases.Open(null, Cases.Submitted(title: "0550123456")).Single();
        System.Text.Json.JsonSerializer.Serialize(opened).ShouldNotContain("0550123456");
    }

    [Theory]
    [InlineData(null, null, "Refuse.ReasonMissing")]
    [InlineData("no-such-reason", null, "Refuse.ReasonMissing")]
    [InlineData("other", "  ", "Refuse.WordsMissing")]
    public void A_refusal_tells_the_seller_why(string? reason, string? words, string refusal)
    {
        var decide = () => RefuseCaseHandler.Decide(Cases.HeldByMe, new(Cases.CaseId, 1, Cases.Me, reason, words), Cases.Now);
        decide.ShouldThrow<RefusedException>().Refusals.Select(r => r.Key).ShouldBe([refusal]);
    }

    [Fact]
    public void Words_have_an_end()
    {
        var words = new string('x', RefuseCase.MostWords + 1);
        var decide = () => RefuseCaseHandler.Decide(Cases.HeldByMe, new(Cases.CaseId, 1, Cases.Me, "photos", words), Cases.Now);
        decide.ShouldThrow<RefusedException>().Refusals.ShouldHaveSingleItem().Field.ShouldBe(nameof(RefuseCase.Words));
    }

    [Fact]
    public void A_decision_tells_the_market_once_and_writes_to_the_seller_once()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Cases.Now);
        var (events, messages) = RefuseCaseHandler.Handle(new(Cases.CaseId, 1, Cases.Me, "photos", " flou "), Cases.HeldByMe, time);
        events.ShouldHaveSingleItem().ShouldBeOfType<CaseRefused>().Words.ShouldBe("flou");
        messages.OfType<CaseDecided>().ShouldHaveSingleItem().ShouldBe(new CaseDecided(
            Cases.CaseId, "listing", Cases.ListingId, 1, Outcome.Refused, "photos", Cases.Now, Cases.Seller));
        messages.OfType<TellRefusal>().ShouldHaveSingleItem().DecisionId.ShouldBe(Decision.IdOf(Cases.CaseId, 1));
    }

    [Fact]
    public void Words_to_a_seller_stay_out_of_logs() =>
        new RefuseCase(Cases.CaseId, 1, Cases.Me, "other", "secret").ToString().ShouldNotContain("secret");

    [Fact]
    public void Refusals_that_others_caused_are_conflicts()
    {
        string[] conflicts = [CaseRules.Decided, CaseRules.Closed, CaseRules.Clash, CaseRules.Held];
        conflicts.ShouldAllBe(key => CaseRules.IsConflict(new Refusal(key, null)));
        CaseRules.IsConflict(new Refusal(CaseRules.OwnAdvert, null)).ShouldBeFalse();
    }
}
