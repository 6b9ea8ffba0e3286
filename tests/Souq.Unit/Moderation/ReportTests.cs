using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Case = Souq.Moderation.Case;

namespace Souq.Unit.Moderation;

public sealed class ReportTests
{
    [Fact]
    public void Who_reported_it_does_not_judge_it()
    {
        var raised = Cases.Approved.Report(Cases.Me);
        raised.ObstacleFor(Cases.Me, Cases.Now).ShouldBe(CaseRules.OwnReport);
        raised.ObstacleFor(Cases.Other, Cases.Now).ShouldBeNull();
    }

    [Fact]
    public void The_first_report_of_a_published_advert_opens_a_case_that_says_why()
    {
        var happened = ReportListingHandler.Decide(null, Cases.Advert, Report());
        var raised = happened[0].ShouldBeOfType<CaseRaised>();
        raised.Submission.Why.ShouldBe([Signals.Reported]);
        happened[1].ShouldBeOfType<Reported>().ReasonCode.ShouldBe("fraud");
        Case.Create(raised).ShouldSatisfyAllConditions(c => c.IsRaised.ShouldBeTrue(), c => c.State.ShouldBe(CaseState.Waiting));
    }

    [Fact]
    public void A_later_one_joins_the_case_that_waits()
    {
        ReportListingHandler.Decide(Cases.Raised, Cases.Advert, Report()).ShouldHaveSingleItem().ShouldBeOfType<Reported>();
        ReportListingHandler.Decide(Cases.Waiting, Cases.Advert, Report()).ShouldHaveSingleItem();
        Cases.Waiting.Report(null).IsRaised.ShouldBeFalse();
    }

    [Fact]
    public void A_case_never_goes_back_to_an_older_revision() =>
        ReportListingHandler.Decide(Cases.Refused with { Revision = 3 }, Cases.Advert, Report())
            .OfType<CaseRaised>().ShouldHaveSingleItem().Submission.Revision.ShouldBe(3);

    [Fact]
    public void What_was_refused_stays_refused_when_the_public_advert_may_stay()
    {
        var raised = Cases.Refused.Report(Cases.Other);
        raised.HasRefused().ShouldBeTrue();
        raised.Apply(new CaseKept(1, Cases.Seller, Cases.Me, Cases.Now)).State.ShouldBe(CaseState.Refused);
        Cases.Raised.Apply(new CaseKept(1, Cases.Seller, Cases.Me, Cases.Now)).State.ShouldBe(CaseState.Approved);
    }

    [Fact]
    public void An_answer_goes_to_every_known_reporter_once_and_to_nobody_afterwards()
    {
        var raised = Cases.Raised.Report(null).Report(Cases.Me);
        raised.Reports.Count.ShouldBe(3);
        ReportMail.Removed(raised).Select(m => m.PersonId).ShouldBe([Cases.Other, Cases.Me]);
        ReportMail.Removed(raised).Select(m => m.Key).ShouldBe(ReportMail.Kept(raised).Select(m => m.Key));
        ReportMail.Kept(raised.Apply(new CaseKept(1, Cases.Seller, Cases.Me, Cases.Now))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null, "Refusal.Reason")]
    [InlineData("no-such", "…", "Refusal.Reason")]
    [InlineData("other", "  ", "Refusal.Words")]
    [InlineData("fraud", null, null)]
    [InlineData("other", "x", null)]
    public void A_report_names_a_reason_and_says_what_the_last_one_means(string? reason, string? words, string? refusal) =>
        ReportReasons.Check(reason, words).Select(r => r.Key).ShouldBe(refusal is null ? [] : [refusal]);

    [Fact]
    public void Words_have_an_end()
    {
        ReportReasons.Check("fraud", new string('x', 1000)).ShouldBeEmpty();
        ReportReasons.Check("fraud", new string('x', 1001)).ShouldHaveSingleItem().Field.ShouldBe("words");
    }

    [Fact]
    public void Nobody_reports_his_own_advert() => Should.Throw<ForbiddenException>(() =>
        ReportListingHandler.Of(new(Cases.ListingId, Cases.Seller, Cases.Seller, "fraud", null), Cases.Advert, Cases.Now));

    [Fact]
    public void A_line_of_the_queue_counts_reports_and_says_why_once()
    {
        var reported = new Reported(Guid.NewGuid(), null, "sold", 1, Cases.Now);
        var projection = new QueueProjection();
        var item = QueueItem.From(Cases.CaseId, SubjectKinds.Listing, Cases.ListingId, new Submission(1, 1, Cases.Seller, 11, 3101, Cases.Advert.Price, ["corrected"]), Cases.Now);
        for (var i = 0; i < 2; i++) item = projection.Evolve(item, Cases.CaseId, JasperFx.Events.Event.For(reported)).ShouldNotBeNull();
        (item.Reports, string.Join(' ', item.Why)).ShouldBe((2, "reported corrected"));
    }

    private static Report Report(string reason = "fraud") =>
        ReportListingHandler.Of(new(Cases.ListingId, Cases.Other, Cases.Other, reason, " mots "), Cases.Advert, Cases.Now);
}
