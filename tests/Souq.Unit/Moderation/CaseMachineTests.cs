using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Unit.Moderation;

/// <summary>Every act on a case in every state: the event that follows, nothing, or the refusal.</summary>
public sealed class CaseMachineTests
{
    private const string Nothing = "";

    private static readonly string[] States =
    [
        nameof(Cases.Waiting), nameof(Cases.HeldByMe), nameof(Cases.HeldByOther), nameof(Cases.LeftByOther),
        nameof(Cases.Approved), nameof(Cases.Refused), nameof(Cases.Closed), nameof(Cases.Raised), nameof(Cases.Removed),
    ];

    // Columns as in States.
    private static readonly Dictionary<string, string[]> Outcomes = new()
    {
        ["submit again"] = Same(Nothing),
        ["submit newer"] = Same("CaseReopened"),
        ["end"] = ["CaseClosed", "CaseClosed", "CaseClosed", "CaseClosed", Nothing, Nothing, Nothing, "CaseClosed", Nothing],
        ["end, before the last submission"] = Same(Nothing),
        ["claim"] = ["CaseClaimed", Nothing, "Case.Held", "CaseClaimed", "Case.Decided", "Case.Decided", "Case.Closed", "CaseClaimed", "Case.Decided"],
        ["claim, as the seller"] = Same("Case.OwnAdvert"),
        ["release"] = [Nothing, "CaseReleased", Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing],
        ["approve"] = ["CaseApproved", "CaseApproved", "Case.Held", "CaseApproved", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided"],
        ["approve an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided"],
        ["approve, as the seller"] = Same("Case.OwnAdvert"),
        ["refuse"] = ["CaseRefused", "CaseRefused", "Case.Held", "CaseRefused", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided"],
        ["refuse an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided"],
        ["refuse, as the seller"] = Same("Case.OwnAdvert"),
        ["keep"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "CaseKept", "Case.Decided"],
        ["keep, as the seller"] = Same("Case.OwnAdvert"),
        ["remove"] = ["CaseRemoved", "CaseRemoved", "Case.Held", "CaseRemoved", "Case.Decided", "Case.Decided", "Case.Closed", "CaseRemoved", "Case.Decided"],
        ["remove an older revision"] = ["Case.Clash", "Case.Clash", "Case.Held", "Case.Clash", "Case.Decided", "Case.Decided", "Case.Closed", "Case.Clash", "Case.Decided"],
        ["remove, as the seller"] = Same("Case.OwnAdvert"),
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
                "submit again" => ListingSubmittedHandler.Decide(current, Cases.Submitted(), SellerRecord.None, null),
                "submit newer" => ListingSubmittedHandler.Decide(current, Cases.Submitted(2), SellerRecord.None, null),
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
                "keep" => KeepCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me), now),
                "keep, as the seller" => KeepCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Seller), now),
                "remove" => RemoveCaseHandler.Decide(current, Removing(Cases.Me), now),
                "remove an older revision" => RemoveCaseHandler.Decide(current with { Revision = 2 }, Removing(Cases.Me), now),
                "remove, as the seller" => RemoveCaseHandler.Decide(current, Removing(Cases.Seller), now),
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

    private static RemoveCase Removing(Guid by) => new(Cases.CaseId, 1, by, "fraud", null);

    private static string[] Same(string outcome) => [.. States.Select(_ => outcome)];
}
