using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Subjects;
using Case = Souq.Moderation.Case;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation.Subjects;

/// <summary>Every act on a reported message or store in every state: the event that follows, nothing, or the refusal.</summary>
public sealed class SubjectMachineTests
{
    private const string Nothing = "", NotThere = "404";

    private static readonly string[] Kinds = [Reportable.Message, Reportable.Store, Reportable.Profile];

    private static readonly string[] States = ["raised", "held by other", "kept", "removed", "returned", "sanctioned", "removed and raised", "appealed", "appealed against me"];

    // Columns as in States.
    private static readonly Dictionary<string, string[]> Outcomes = new()
    {
        ["report"] = ["Reported", "Reported", "CaseRaised", "CaseRaised", "CaseRaised", "CaseRaised", "Reported", "Reported", "Reported"],
        ["keep"] = ["CaseKept", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "CaseKept", "Case.Clash", "Case.OwnDecision"],
        ["keep, as its owner"] = Same("Case.OwnAdvert"),
        ["remove"] = ["CaseRemoved", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "CaseRemoved", "Case.Clash", "Case.OwnDecision"],
        ["remove, as its owner"] = Same("Case.OwnAdvert"),
        ["remove what was seen before it was raised anew"] = ["Case.Clash", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Clash", "Case.Clash", "Case.OwnDecision"],
        ["act"] = ["CaseSanctioned", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "CaseSanctioned", "Case.Clash", "Case.OwnDecision"],
        ["act, as its owner"] = Same("Case.OwnAdvert"),
        ["approve"] = ["Case.Clash", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Clash", "Case.Clash", "Case.OwnDecision"],
        ["refuse"] = ["Case.Clash", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Clash", "Case.Clash", "Case.OwnDecision"],
        ["change"] = Same(NotThere),
        ["uphold"] = ["Case.Clash", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Clash", "DecisionUpheld", "Case.OwnDecision"],
        ["overturn"] = ["Case.Clash", "Case.Held", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Clash", "DecisionOverturned", "Case.OwnDecision"],
        ["appeal"] = ["Appeal.NothingDecided", "Appeal.NothingDecided", "Appeal.NothingDecided", "DecisionAppealed", "DecisionAppealed", "Appeal.NothingDecided", "Appeal.NothingDecided", "Appeal.Already", "Appeal.Already"],
        ["mend"] = [Nothing, Nothing, Nothing, Nothing, "CaseRaised", Nothing, Nothing, Nothing, Nothing],
        ["mended before it was asked for"] = Same(Nothing),
    };

    public static TheoryData<string, string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string, string>();
        foreach (var kind in Kinds)
            foreach (var (act, outcomes) in Outcomes)
                foreach (var (state, outcome) in States.Zip(outcomes)) pairs.Add(kind, state, act, outcome);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Each_act_in_each_state_has_one_outcome(string kind, string state, string act, string outcome) => Do(act, In(kind, state)).ShouldBe(outcome);

    [Theory]
    [InlineData(Reportable.Message, "Case.Clash")]
    [InlineData(Reportable.Store, "CaseReturned")]
    [InlineData(Reportable.Profile, "CaseReturned")]
    public void A_correction_is_asked_for_of_what_can_be_written_anew(string kind, string outcome) => Do("return", In(kind, "raised")).ShouldBe(outcome);

    [Fact]
    public void Each_time_it_is_reported_anew_it_is_another_revision_so_that_each_decision_has_a_letter_of_its_own() =>
        Report(In(Reportable.Store, "returned")).OfType<CaseRaised>().Single().Submission.Revision.ShouldBe(2);

    [Fact]
    public void What_was_taken_down_stays_so_when_a_later_report_comes_to_nothing()
    {
        var kept = In(Reportable.Store, "removed and raised");
        kept.Apply(KeepCaseHandler.Decide(kept, new(kept.Id, kept.Revision, Cases.Me), Cases.Now)).State.ShouldBe(CaseState.Removed);
    }

    [Fact]
    public void A_message_has_reasons_of_its_own()
    {
        var raised = In(Reportable.Message, "raised");
        Should.Throw<RefusedException>(() => RemoveCaseHandler.Decide(raised, Removing(raised, Cases.Me) with { ReasonCode = "wrong-section" }, Cases.Now))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Refuse.ReasonMissing");
        Should.Throw<RefusedException>(() => RemoveCaseHandler.Decide(Cases.Raised, new(Cases.CaseId, 1, Cases.Me, "abuse", null), Cases.Now))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Refuse.ReasonMissing");
    }

    [Fact]
    public void Of_a_store_one_part_can_be_taken_down_or_all_and_not_none()
    {
        var raised = In(Reportable.Store, "raised");
        Parts("words").ShouldBe(["words"]);
        Parts("title").ShouldBe(["title"]);
        Parts("words", "pictures").ShouldBe(["words", "pictures"]);
        Parts("pictures", "title", "words").ShouldBeNull();
        Parts("nonsense", "pictures").ShouldBe(["pictures"]);
        Should.Throw<RefusedException>(() => Parts()).Refusals.ShouldHaveSingleItem().Key.ShouldBe("Subject.NoParts");

        IReadOnlyList<string>? Parts(params string[] parts) => RemoveCaseHandler.Decide(raised, Removing(raised, Cases.Me) with { Parts = parts }, Cases.Now).Parts;
    }

    [Fact]
    public void Only_words_of_the_kind_can_be_said_against_it()
    {
        ReportReasons.Check("sold", null).ShouldBeEmpty();
        ReportReasons.Check("sold", null, Reportable.Message).ShouldHaveSingleItem().Field.ShouldBe("reason");
        ReportReasons.Check("spam", null, Reportable.Message).ShouldBeEmpty();
        ReportReasons.Check("spam", null).ShouldHaveSingleItem();
    }

    private static string Do(string act, Case current)
    {
        var now = Cases.Now;
        try
        {
            object? news = act switch
            {
                "report" => Report(current)[0],
                "keep" => KeepCaseHandler.Decide(current, new(current.Id, current.Revision, Cases.Me), now),
                "keep, as its owner" => KeepCaseHandler.Decide(current, new(current.Id, current.Revision, Cases.Seller), now),
                "remove" => RemoveCaseHandler.Decide(current, Removing(current, Cases.Me), now),
                "remove, as its owner" => RemoveCaseHandler.Decide(current, Removing(current, Cases.Seller), now),
                "remove what was seen before it was raised anew" => RemoveCaseHandler.Decide(current, Removing(current, Cases.Me) with { Revision = current.Revision - 1 }, now),
                "act" => ActOnOwnerHandler.Decide(current, Acting(current, Cases.Me), now),
                "act, as its owner" => ActOnOwnerHandler.Decide(current, Acting(current, Cases.Seller), now),
                "approve" => ApproveCaseHandler.Decide(current, new(current.Id, current.Revision, Cases.Me), now),
                "refuse" => RefuseCaseHandler.Decide(current, new(current.Id, current.Revision, Cases.Me, "abuse", null), now),
                "return" => ReturnCaseHandler.Decide(current, new(current.Id, current.Revision, Cases.Me, "abuse", null), now),
                "change" => ChangeCaseHandler.Decide(current, Cases.Subject(), 11, new ChangeCase(current.Id, current.Revision, Cases.Me, Given.Section.Id, [], []), Given.Catalog, now),
                "uphold" => UpholdDecisionHandler.Decide(current, new(current.Id, current.Revision, Cases.Me, "Seen."), now),
                "overturn" => OverturnDecisionHandler.Decide(current, new(current.Id, current.Revision, Cases.Me), now),
                "appeal" => Cases.Appeal(current, now).Event,
                "mend" => Mended.Decide(current, now.AddHours(1)),
                "mended before it was asked for" => Mended.Decide(current, now.AddHours(-1)),
                _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
            };
            return news?.GetType().Name ?? Nothing;
        }
        catch (NotFoundException)
        {
            return NotThere;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals.ShouldHaveSingleItem().Key;
        }
    }

    private static ReportSlot About(string kind) => new(kind, Cases.ListingId, Cases.Seller, "messages/x", "messages/x/report/y");

    private static IReadOnlyList<object> Report(Case? current, string kind = Reportable.Message)
    {
        var id = Case.IdOf(kind, Cases.ListingId);
        var report = ReportListingHandler.Of(id, Cases.Seller, Guid.NewGuid(), null, "fraud", null, kind, Cases.Now);
        return ReportSubjectHandler.Decide(
            current, About(current?.SubjectKind ?? kind), 11, report, ReporterStanding.Visitor, new ReportTrace { Id = report.Id, CaseId = id, SellerId = Cases.Seller, At = Cases.Now }, []);
    }

    private static Case Raised(Case? current, string kind) => Report(current, kind).Aggregate(current,
        (c, e) => e is CaseRaised raised ? (c?.Apply(raised) ?? Case.Create(raised)) with { Id = Case.IdOf(kind, Cases.ListingId) } : c!.Apply((Reported)e))!;

    private static Case In(string kind, string state)
    {
        var raised = Raised(null, kind);
        return state switch
        {
            "raised" => raised,
            "held by other" => raised.Apply(new CaseClaimed(Cases.Other, Cases.Now.AddMinutes(1), Cases.Now)),
            "kept" => raised.Apply(new CaseKept(1, Cases.Seller, Cases.Me, Cases.Now, kind)),
            "removed" => raised.Apply(Removed(Cases.Other)),
            "returned" => raised.Apply(new CaseReturned(1, Cases.Seller, Cases.Other, "abuse", "", Cases.Now, Kind: kind)),
            "sanctioned" => raised.Apply(new CaseSanctioned(1, Cases.Seller, Cases.Me, Guid.NewGuid(), SanctionKind.Warning, "abuse", Cases.Now)),
            "removed and raised" => Raised(raised.Apply(Removed(Cases.Other)), kind),
            "appealed" => Appealed(raised.Apply(Removed(Cases.Other))),
            "appealed against me" => Appealed(raised.Apply(Removed(Cases.Me))),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
    }

    private static Case Appealed(Case removed) => removed.Apply(Cases.Appeal(removed, Cases.Now).Event);

    private static CaseRemoved Removed(Guid by) => new(1, Cases.Seller, by, "abuse", "", Cases.Now);

    private static RemoveCase Removing(Case current, Guid by) => new(current.Id, current.Revision, by, "abuse", null);

    private static ActOnOwner Acting(Case current, Guid by) => new(current.Id, current.Revision, by, Guid.NewGuid(), false, SanctionKind.Warning, [], null, "abuse", null);

    private static string[] Same(string outcome) => [.. States.Select(_ => outcome)];
}
