using CsCheck;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Weighing;
using Case = Souq.Moderation.Case;

namespace Souq.Unit.Moderation.Reporting;

public sealed class HidingTests
{
    private static readonly HidingPolicy Usual = new();

    private static readonly Gen<ReporterStanding> AnyStanding = Gen.Int[0, 4].Select(i => (ReporterStanding)i);

    [Theory]
    [InlineData("Trusted", false)]
    [InlineData("Trusted Trusted", true)]
    [InlineData("Trusted Reliable Reliable", true)]
    [InlineData("Reliable Reliable Reliable", false)]
    [InlineData("Trusted Newcomer Newcomer Newcomer Newcomer Newcomer Newcomer", false)]
    public void Trusted_weight_hides_an_advert(string reporters, bool hidden) => (Reported([.. reporters.Split(' ').Select(Enum.Parse<ReporterStanding>)]).Hidden is not null).ShouldBe(hidden);

    [Fact]
    public void Newcomers_never_hide_an_advert_however_many_they_are() =>
        Gen.Int[0, 2].Select(i => (ReporterStanding)i).List[0, 60].Sample(mass => Reported(mass).Hidden is null);

    [Fact]
    public void More_trusted_weight_never_shows_what_less_has_hidden() => Gen.Select(AnyStanding.List[0, 10], AnyStanding).Sample((reporters, more) =>
        Reported(reporters).Hidden is null || Reported([.. reporters, more]).Hidden is not null);

    [Fact]
    public void Of_one_network_the_weightiest_report_counts()
    {
        var network = Guid.NewGuid();
        OpenReport[] reports = [Open(ReporterStanding.Trusted), Open(ReporterStanding.Trusted), Open(ReporterStanding.Reliable)];
        HideReported.TrustedWeight(reports, new Dictionary<Guid, Guid>()).ShouldBe(25);
        HideReported.TrustedWeight(reports, reports.ToDictionary(r => r.Id, _ => network)).ShouldBe(10);
    }

    [Fact]
    public void What_looks_arranged_does_not_hide()
    {
        var crowd = Enumerable.Repeat(ReporterStanding.Trusted, Brigading.OneHour).ToList();
        Reported(crowd, sameHour: true, policy: Usual with { Threshold = 80 }).ShouldSatisfyAllConditions(
            c => c.Hidden.ShouldBeNull(), c => c.Brigade.ShouldBe([BrigadeSign.OneHour]), c => c.Reports.ShouldAllBe(r => r.InBrigade));
        Reported(crowd, policy: Usual with { Threshold = 80 }).Hidden.ShouldNotBeNull();
    }

    [Fact]
    public void With_a_threshold_of_nought_reports_hide_nothing() =>
        Reported(Enumerable.Repeat(ReporterStanding.Trusted, 30).ToList(), policy: Usual with { Threshold = 0 }).Hidden.ShouldBeNull();

    [Fact]
    public void It_is_hidden_once_and_says_what_those_who_count_have_against_it()
    {
        var events = All([ReporterStanding.Newcomer, ReporterStanding.Trusted, ReporterStanding.Trusted, ReporterStanding.Trusted]);
        var hidden = events.OfType<CaseHidden>().ShouldHaveSingleItem();
        (hidden.Weight, hidden.Hiding, string.Join(' ', hidden.Reasons)).ShouldBe((20, 1, "fraud"));
        HideReported.Told(Cases.CaseId, SubjectKinds.Listing, Cases.ListingId, hidden).Select(m => m.GetType().Name).ShouldBe(["SubjectHidden", "NotifyPerson"]);
    }

    [Fact]
    public void Keeping_it_shows_it_again_and_the_old_reports_count_no_more()
    {
        var hidden = Hidden();
        HideReported.ShownAgain(hidden, Cases.Now).ShouldHaveSingleItem().ShouldBeOfType<SubjectShown>();
        var kept = hidden.Apply(new CaseKept(1, Cases.Seller, Cases.Me, Cases.Now));
        (kept.Hidden, kept.State, kept.Reports.Count).ShouldBe((null, CaseState.Approved, 0));
        HideReported.ShownAgain(kept, Cases.Now).ShouldBeEmpty();
        Hidden(Cases.Refused).Apply(new CaseKept(1, Cases.Seller, Cases.Me, Cases.Now)).ShouldSatisfyAllConditions(c => c.Hidden.ShouldBeNull(), c => c.State.ShouldBe(CaseState.Refused));
    }

    [Fact]
    public void A_correction_that_is_refused_keeps_it_hidden_and_one_that_is_approved_shows_it()
    {
        var again = Hidden().Apply((CaseReopened)Cases.Open(Hidden(), Cases.Submitted(2)).Single());
        (again.Hidden is not null, again.IsRaised).ShouldBe((true, false));
        var refused = again.Apply(new CaseRefused(2, Cases.Seller, Cases.Me, "photos", "", Cases.Now));
        refused.Hidden.ShouldNotBeNull();
        ReportMail.Refused(again).ShouldAllBe(m => m.Template == ReportMail.RemovedTemplate);
        again.Apply(new CaseApproved(2, Cases.Seller, Cases.Me, Cases.Now)).Hidden.ShouldBeNull();
        refused.Apply(new DecisionOverturned(Guid.NewGuid(), 2, Cases.Seller, Cases.Me, "", Cases.Now)).Hidden.ShouldBeNull();
    }

    [Theory]
    [InlineData(ListingEnd.Hidden)]
    [InlineData(ListingEnd.Withdrawn)]
    [InlineData(ListingEnd.Sold)]
    public void A_hidden_advert_waits_for_its_moderator_whatever_its_seller_does(ListingEnd how)
    {
        var ended = new ListingEnded(Cases.ListingId, 10001, Cases.Seller, how, Cases.Now.AddDays(1));
        ListingEndedHandler.Decide(Hidden(), ended).ShouldBeNull();
        (ListingEndedHandler.Decide(Cases.Raised, ended) is null).ShouldBe(how == ListingEnd.Hidden);
    }

    [Fact]
    public void A_hidden_advert_is_removed_for_good_or_kept_as_any_other()
    {
        var removed = RemoveCaseHandler.Decide(Hidden(), new(Cases.CaseId, 1, Cases.Me, "fraud", null), Cases.Now);
        Hidden().Apply(removed).ShouldSatisfyAllConditions(c => c.Hidden.ShouldBeNull(), c => c.State.ShouldBe(CaseState.Removed));
        KeepCaseHandler.Decide(Hidden(), new(Cases.CaseId, 1, Cases.Me), Cases.Now).Revision.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1, false)]
    [InlineData(1001, false)]
    [InlineData(0, true)]
    [InlineData(1000, true)]
    public void The_threshold_is_a_number_in_bounds(int? threshold, bool taken)
    {
        var set = () => SetHidingPolicyHandler.Decide(null, new(threshold, Cases.Me), Cases.Now);
        if (taken) set().ShouldNotBeNull().Threshold.ShouldBe(threshold!.Value);
        else Should.Throw<RefusedException>(set).Refusals.ShouldHaveSingleItem().Field.ShouldBe("threshold");
        SetHidingPolicyHandler.Decide(null, new(HidingPolicy.Usual, Cases.Me), Cases.Now).ShouldBeNull();
    }

    /// <summary>A case whose advert two trusted readers have hidden.</summary>
    private static Case Hidden(Case? before = null) => Reported([ReporterStanding.Trusted, ReporterStanding.Trusted], before: before ?? Cases.Approved).ShouldSatisfy(c => c.Hidden is not null);

    private static OpenReport Open(ReporterStanding standing) => new(Guid.NewGuid(), Guid.NewGuid(), "fraud", standing);

    private static Case Reported(IReadOnlyList<ReporterStanding> reporters, bool sameHour = false, HidingPolicy? policy = null, Case? before = null) =>
        Tell(reporters, sameHour, policy ?? Usual, before ?? Cases.Approved).Case;

    private static List<object> All(IReadOnlyList<ReporterStanding> reporters) => Tell(reporters, false, Usual, Cases.Approved).Events;

    private static (Case Case, List<object> Events) Tell(IReadOnlyList<ReporterStanding> reporters, bool sameHour, HidingPolicy policy, Case current)
    {
        var (events, traces) = (new List<object>(), new List<ReportTrace>());
        foreach (var (standing, i) in reporters.Select((s, i) => (s, i)))
        {
            var who = Guid.NewGuid();
            var report = ReportListingHandler.Of(new(Cases.ListingId, who, standing == ReporterStanding.Visitor ? null : who, "fraud", null), Cases.Advert, Cases.Now.AddMinutes(sameHour ? i : 120 * i));
            var trace = new ReportTrace { Id = report.Id, CaseId = report.CaseId, SellerId = report.SellerId, Network = Guid.NewGuid(), IsNew = standing <= ReporterStanding.Newcomer, At = report.At };
            var news = ReportListingHandler.Decide(current, Cases.Advert, report, standing, trace, traces, policy);
            current = news.Aggregate(current, (c, e) => e switch
            {
                CaseRaised raised => c.Apply(raised),
                Souq.Moderation.Reported reported => c.Apply(reported),
                BrigadeSuspected suspected => c.Apply(suspected),
                _ => c.Apply((CaseHidden)e),
            });
            events.AddRange(news);
            traces.Add(trace);
        }

        return (current, events);
    }
}

file static class Saying
{
    public static Case ShouldSatisfy(this Case current, Func<Case, bool> holds)
    {
        holds(current).ShouldBeTrue();
        return current;
    }
}
