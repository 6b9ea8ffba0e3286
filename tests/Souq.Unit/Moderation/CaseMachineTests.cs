using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Claiming;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Undoing;
using Case = Souq.Moderation.Case;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

/// <summary>Every act on a case in every state: the event that follows, nothing, or the refusal.</summary>
public sealed class CaseMachineTests
{
    private const string Nothing = "";
    private const string Never = "Appeal.NothingDecided";

    private static readonly string[] States =
    [
        nameof(Cases.Waiting), nameof(Cases.HeldByMe), nameof(Cases.HeldByOther), nameof(Cases.LeftByOther),
        nameof(Cases.Approved), nameof(Cases.Refused), nameof(Cases.Closed), nameof(Cases.Raised), nameof(Cases.Removed),
        nameof(Cases.Appealed), nameof(Cases.AppealedAgainstMe), nameof(Cases.Returned), nameof(Cases.Changed),
        nameof(Cases.IntendedByMe), nameof(Cases.IntendedByOther), nameof(Cases.Hidden), nameof(Cases.ReportedByMe),
    ];

    // Columns as in States.
    private static readonly Dictionary<string, string[]> Outcomes = new()
    {
        ["submit again"] = Same(Nothing),
        ["submit newer"] = Same("CaseReopened"),
        ["end"] = ["CaseClosed", "CaseClosed", "CaseClosed", "CaseClosed", Nothing, Nothing, Nothing, "CaseClosed", Nothing, "CaseClosed", "CaseClosed", Nothing, Nothing, "CaseClosed", "CaseClosed", Nothing, "CaseClosed"],
        ["end, before the last submission"] = Same(Nothing),
        ["claim"] = ["CaseClaimed", Nothing, "Case.Held", "CaseClaimed", "Case.Decided", "Case.Decided", "Case.Closed", "CaseClaimed", "Case.Decided", "CaseClaimed", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "CaseClaimed", "Case.OwnReport"],
        ["claim, as the seller"] = Same("Case.OwnAdvert"),
        ["release"] = [Nothing, "CaseReleased", Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing],
        ["approve"] = ["CaseApproved", "CaseApproved", "Case.Held", "CaseApproved", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["approve an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["approve, as the seller"] = Same("Case.OwnAdvert"),
        ["refuse"] = ["CaseRefused", "CaseRefused", "Case.Held", "CaseRefused", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["refuse an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["refuse, as the seller"] = Same("Case.OwnAdvert"),
        ["return"] = ["CaseReturned", "CaseReturned", "Case.Held", "CaseReturned", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["return an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["return, as the seller"] = Same("Case.OwnAdvert"),
        ["change"] = ["CaseChanged", "CaseChanged", "Case.Held", "CaseChanged", "Case.Decided", "Case.Decided", "Case.Closed", "CaseChanged", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "CaseChanged", "Case.OwnReport"],
        ["change an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["change, as the seller"] = Same("Case.OwnAdvert"),
        ["keep"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "CaseKept", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "CaseKept", "Case.OwnReport"],
        ["keep, as the seller"] = Same("Case.OwnAdvert"),
        ["remove"] = ["CaseRemoved", "CaseRemoved", "Case.Held", "CaseRemoved", "Case.Decided", "Case.Decided", "Case.Closed", "CaseRemoved", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "CaseRemoved", "Case.OwnReport"],
        ["remove an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Case.Clash", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["remove, as the seller"] = Same("Case.OwnAdvert"),
        ["uphold"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "DecisionUpheld", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["uphold without a word"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "Appeal.SayWhy", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["uphold, as the seller"] = Same("Case.OwnAdvert"),
        ["overturn"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided", "DecisionOverturned", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "Case.Clash", "Case.OwnReport"],
        ["overturn, as the seller"] = Same("Case.OwnAdvert"),
        ["appeal"] = [Never, Never, Never, Never, Never, "DecisionAppealed", Never, Never, "DecisionAppealed", "Appeal.Already", "Appeal.Already", "DecisionAppealed", "DecisionAppealed", Never, Never, Never, Never],
        ["appeal too late"] = [Never, Never, Never, Never, Never, "Appeal.TooLate", Never, Never, "Appeal.TooLate", "Appeal.Already", "Appeal.Already", "Appeal.TooLate", "Appeal.TooLate", Never, Never, Never, Never],
        ["report"] = ["Reported", "Reported", "Reported", "Reported", "CaseRaised", "CaseRaised", "CaseRaised", "Reported", "CaseRaised", "Reported", "Reported", "CaseRaised", "CaseRaised", "Reported", "Reported", "Reported", "Reported"],
        ["intend"] = ["DecisionIntended", "DecisionIntended", "Case.Held", "DecisionIntended", "Case.Decided", "Case.Decided", "Case.Closed", "DecisionIntended", "Case.Decided", "DecisionIntended", "Case.OwnDecision", "Case.Decided", "Case.Decided", "Case.Decided", "Case.Held", "DecisionIntended", "Case.OwnReport"],
        ["intend, as the seller"] = Same("Case.OwnAdvert"),
        ["undo"] = [.. States.Select(s => s == nameof(Cases.IntendedByMe) ? "DecisionUndone" : "Undo.TooLate")],
        ["undo, as the seller"] = Same("Undo.TooLate"),
    };

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var (act, outcomes) in Outcomes)
            foreach (var (state, outcome) in States.Zip(outcomes))
                pairs.Add(state, act, outcome);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Each_act_in_each_state_has_one_outcome(string state, string act, string outcome) => Do(act, state).ShouldBe(outcome);

    private static string Do(string act, string state)
    {
        var (current, now) = (Cases.In(state), Cases.Now);
        try
        {
            object? news = act switch
            {
                "submit again" => Cases.Open(current, Cases.Submitted()).SingleOrDefault(),
                "submit newer" => Cases.Open(current, Cases.Submitted(2)).SingleOrDefault(),
                "end" => ListingEndedHandler.Decide(current, Ended(now)),
                "end, before the last submission" => ListingEndedHandler.Decide(current, Ended(now.AddDays(-1))),
                "claim" => ClaimCaseHandler.Decide(current, new(Cases.CaseId, Cases.Me), now),
                "claim, as the seller" => ClaimCaseHandler.Decide(current, new(Cases.CaseId, Cases.Seller), now),
                "release" => ReleaseCaseHandler.Decide(current, new(Cases.CaseId, Cases.Me), now),
                "approve" => ApproveCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me), now),
                "approve an older revision" => ApproveCaseHandler.Decide(current with { Revision = 2 }, new(Cases.CaseId, 1, Cases.Me), now),
                "approve, as the seller" => ApproveCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Seller), now),
                "refuse" => RefuseCaseHandler.Decide(current, Refusing(Cases.Me), now),
                "refuse an older revision" => RefuseCaseHandler.Decide(current with { Revision = 2 }, Refusing(Cases.Me), now),
                "refuse, as the seller" => RefuseCaseHandler.Decide(current, Refusing(Cases.Seller), now),
                "return" => ReturnCaseHandler.Decide(current, Returning(Cases.Me), now),
                "return an older revision" => ReturnCaseHandler.Decide(current with { Revision = 2 }, Returning(Cases.Me), now),
                "return, as the seller" => ReturnCaseHandler.Decide(current, Returning(Cases.Seller), now),
                "change" => Change(current, Cases.Me, now),
                "change an older revision" => Change(current with { Revision = 2 }, Cases.Me, now),
                "change, as the seller" => Change(current, Cases.Seller, now),
                "keep" => KeepCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me), now),
                "keep, as the seller" => KeepCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Seller), now),
                "remove" => RemoveCaseHandler.Decide(current, Removing(Cases.Me), now),
                "remove an older revision" => RemoveCaseHandler.Decide(current with { Revision = 2 }, Removing(Cases.Me), now),
                "remove, as the seller" => RemoveCaseHandler.Decide(current, Removing(Cases.Seller), now),
                "uphold" => UpholdDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me, "Seen."), now),
                "uphold without a word" => UpholdDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me, " "), now),
                "uphold, as the seller" => UpholdDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Seller, "Seen."), now),
                "overturn" => OverturnDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me), now),
                "overturn, as the seller" => OverturnDecisionHandler.Decide(current, new(Cases.CaseId, 1, Cases.Seller), now),
                "appeal" => Cases.Appeal(current, now).Event,
                "appeal too late" => Cases.Appeal(current, now + Appeal.Window).Event,
                "report" => ReportListingHandler.Decide(current, Cases.Advert, Cases.Reporting(Guid.NewGuid()))[0],
                "intend" => IntendDecisionHandler.Decide(current, Intending(Cases.Me), now),
                "intend, as the seller" => IntendDecisionHandler.Decide(current, Intending(Cases.Seller), now),
                "undo" => UndoDecisionHandler.Decide(current, new(Cases.CaseId, Cases.Me), now),
                "undo, as the seller" => UndoDecisionHandler.Decide(current, new(Cases.CaseId, Cases.Seller), now),
                _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
            };
            return news?.GetType().Name ?? Nothing;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals.ShouldHaveSingleItem().Key;
        }
    }

    private static ListingEnded Ended(DateTimeOffset at) => new(Cases.ListingId, 10001, Cases.Seller, ListingEnd.Withdrawn, at);

    private static RefuseCase Refusing(Guid by) => new(Cases.CaseId, 1, by, "photos", null);

    private static ReturnCase Returning(Guid by) => new(Cases.CaseId, 1, by, "photos", null);

    private static CaseChanged Change(Case current, Guid by, DateTimeOffset now) => ChangeCaseHandler.Decide(
        current, Cases.Subject(), 11, new ChangeCase(Cases.CaseId, 1, by, Given.Section.Id, [], []), Given.Catalog, now);

    private static IntendDecision Intending(Guid by) => new(Guid.NewGuid(), Cases.CaseId, by, new ApproveCase(Cases.CaseId, 1, by));

    private static RemoveCase Removing(Guid by) => new(Cases.CaseId, 1, by, "fraud", null);

    private static string[] Same(string outcome) => [.. States.Select(_ => outcome)];
}
