using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Claiming;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Subjects;
using Case = Souq.Moderation.Case;

namespace Souq.Unit.Moderation;

/// <summary>Every act on what is decided about a person, in every state of it: the event that follows, nothing, or the refusal.</summary>
public sealed class SanctionMachineTests
{
    private const string Nothing = "", Missing = "missing", Forbidden = "forbidden", Done = nameof(Sanctioned), Clash = "Sanction.Clash", Banned = "Sanction.Banned",
        Lifted = nameof(SanctionLifted), Appealed = nameof(SanctionAppealed), Over = nameof(SanctionRanOut), Already = "Appeal.Already", Never = "Appeal.NothingDecided";

    private static readonly Guid Person = Cases.Seller, Id = Guid.CreateVersion7();

    private static readonly string[] States = ["none", "warned", "limited", "suspended", "banned", "appealed", "upheld", "lifted", "over", "gone"];

    // Columns as in States.
    private static readonly Dictionary<string, string[]> Outcomes = new()
    {
        ["warn"] = [Done, Done, Done, Done, Banned, Done, Done, Done, Done, Done],
        ["limit"] = [Done, Done, Done, Done, Banned, Done, Done, Done, Done, Done],
        ["limit nothing"] = ["Sanction.ActsMissing", "Sanction.ActsMissing", "Sanction.ActsMissing", "Sanction.ActsMissing", Banned, "Sanction.ActsMissing", "Sanction.ActsMissing", "Sanction.ActsMissing", "Sanction.ActsMissing", "Sanction.ActsMissing"],
        ["suspend"] = [Done, Done, Done, Done, Banned, Done, Done, Done, Done, Done],
        ["suspend, as a moderator"] = Same(Forbidden),
        ["suspend for ever"] = ["Sanction.DaysWrong", "Sanction.DaysWrong", "Sanction.DaysWrong", "Sanction.DaysWrong", Banned, "Sanction.DaysWrong", "Sanction.DaysWrong", "Sanction.DaysWrong", "Sanction.DaysWrong", "Sanction.DaysWrong"],
        ["ban"] = [Done, Done, Done, Done, Banned, Done, Done, Done, Done, Done],
        ["ban, as a moderator"] = Same(Forbidden),
        ["warn oneself"] = Same("Sanction.Own"),
        ["warn after another has decided"] = Same(Clash),
        ["appeal"] = [Missing, Appealed, Appealed, Appealed, Appealed, Already, Already, Never, Never, Already],
        ["appeal too late"] = [Missing, "Appeal.TooLate", "Appeal.TooLate", "Appeal.TooLate", "Appeal.TooLate", Already, Already, Never, Never, Already],
        ["uphold"] = [Missing, Clash, Clash, Clash, Clash, nameof(SanctionUpheld), Clash, Clash, Clash, Clash],
        ["uphold without a word"] = [Missing, Clash, Clash, Clash, Clash, "Sanction.SayWhy", Clash, Clash, Clash, Clash],
        ["uphold one's own"] = [Missing, Clash, Clash, Clash, Clash, "Sanction.OwnDecision", Clash, Clash, Clash, Clash],
        ["lift"] = [Missing, Lifted, Lifted, Lifted, Lifted, Lifted, Lifted, Clash, Clash, Clash],
        ["lift one's own"] = [Missing, Lifted, Lifted, Lifted, Lifted, "Sanction.OwnDecision", Lifted, Clash, Clash, Clash],
        ["lift, as a moderator"] = [Missing, Lifted, Lifted, Forbidden, Forbidden, Forbidden, Forbidden, Forbidden, Forbidden, Forbidden],
        ["lift, as himself"] = [Missing, .. Enumerable.Repeat("Sanction.Own", 9)],
        ["end"] = [Nothing, Nothing, Over, Over, Nothing, Over, Over, Nothing, Nothing, Nothing],
        ["end too early"] = Same(Nothing),
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
    public void Each_act_in_each_state_has_one_outcome(string state, string act, string outcome) => Do(act, In(state)).ShouldBe(outcome);

    [Fact]
    public void The_longest_wait_for_an_answer_is_known_and_forgotten_with_it()
    {
        In("appealed")!.AppealedAt.ShouldBe(Cases.Now.AddDays(1));
        In("upheld")!.AppealedAt.ShouldBeNull();
        In("gone")!.AppealedAt.ShouldBeNull();
    }

    [Fact]
    public void A_decision_says_for_how_long()
    {
        var limited = In("limited")!.Sanctions.ShouldHaveSingleItem();
        (limited.HoldsAt(Cases.Now.AddDays(7).AddSeconds(-1)), limited.HoldsAt(Cases.Now.AddDays(7))).ShouldBe((true, false));
        In("banned")!.Sanctions.ShouldHaveSingleItem().HoldsAt(Cases.Now.AddYears(20)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("uphold", nameof(DecisionUpheld))]
    [InlineData("overturn", nameof(DecisionOverturned))]
    [InlineData("uphold without a word", "Appeal.SayWhy")]
    [InlineData("uphold one's own", CaseRules.OwnDecision)]
    [InlineData("overturn, as himself", CaseRules.OwnAdvert)]
    [InlineData("claim one's own", CaseRules.OwnDecision)]
    [InlineData("approve", CaseRules.Clash)]
    [InlineData("keep", CaseRules.Clash)]
    [InlineData("remove", CaseRules.Clash)]
    [InlineData("act on its owner", CaseRules.Clash)]
    [InlineData("appeal again", AppealDecisionHandler.Already)]
    public void The_case_of_an_appeal_knows_the_two_answers_alone(string act, string outcome)
    {
        var file = In("appealed")!;
        var current = Case.Create(SanctionAppeals.Open(Person, file.Find(Id)!, Cases.Now)) with { Id = SanctionAppeals.CaseOf(Id) };
        string Tried()
        {
            try
            {
                return (act switch
                {
                    "uphold" => UpholdDecisionHandler.Decide(current, new(current.Id, 1, Cases.Other, "Vu."), Cases.Now),
                    "overturn" => OverturnDecisionHandler.Decide(current, new(current.Id, 1, Cases.Other), Cases.Now),
                    "uphold without a word" => UpholdDecisionHandler.Decide(current, new(current.Id, 1, Cases.Other, " "), Cases.Now),
                    "uphold one's own" => UpholdDecisionHandler.Decide(current, new(current.Id, 1, Cases.Me, "Vu."), Cases.Now),
                    "overturn, as himself" => OverturnDecisionHandler.Decide(current, new(current.Id, 1, Person), Cases.Now),
                    "claim one's own" => ClaimCaseHandler.Decide(current, new(current.Id, Cases.Me), Cases.Now)!,
                    "approve" => ApproveCaseHandler.Decide(current, new(current.Id, 1, Cases.Other), Cases.Now),
                    "keep" => KeepCaseHandler.Decide(current, new(current.Id, 1, Cases.Other), Cases.Now),
                    "remove" => RemoveCaseHandler.Decide(current, new(current.Id, 1, Cases.Other, "fraud", null), Cases.Now),
                    "act on its owner" => ActOnOwnerHandler.Decide(current, new(current.Id, 1, Cases.Other, Id, false, SanctionKind.Ban, [], null, "abuse", null), Cases.Now),
                    _ => (object)AppealDecisionHandler.Decide(current, SanctionAppeals.Open(Person, file.Find(Id)!, Cases.Now).Submission, new(current.Id, Person, "Non."), Cases.Now).Item1,
                }).GetType().Name;
            }
            catch (RefusedException refused)
            {
                return refused.Refusals.ShouldHaveSingleItem().Key;
            }
        }

        Tried().ShouldBe(outcome);
    }

    private static PersonFile? In(string state)
    {
        if (state == "none") return null;
        var kind = state switch { "warned" => SanctionKind.Warning, "limited" => SanctionKind.Limit, "banned" => SanctionKind.Ban, _ => SanctionKind.Suspension };
        var file = PersonFile.Create(SanctionPersonHandler.Decide(null, Decision(kind) with { SanctionId = Id }, Cases.Now));
        var appealed = file.Apply(new SanctionAppealed(Id, Cases.Now.AddDays(1)));
        return state switch
        {
            "appealed" => appealed,
            "upheld" => appealed.Apply(new SanctionUpheld(Id, Cases.Other, Cases.Now.AddDays(2))),
            "lifted" => file.Apply(new SanctionLifted(Id, Cases.Other, Cases.Now.AddDays(2))),
            "over" => file.Apply(new SanctionRanOut(Id, Cases.Now.AddDays(7))),
            "gone" => appealed.Apply(new PersonLeft(Cases.Now.AddDays(2))),
            _ => file,
        };
    }

    private static string Do(string act, PersonFile? file)
    {
        var (now, seen) = (Cases.Now.AddHours(1), file?.Sanctions.Count ?? 0);
        try
        {
            object? news = act switch
            {
                "warn" => Decide(Decision(SanctionKind.Warning)),
                "limit" => Decide(Decision(SanctionKind.Limit)),
                "limit nothing" => Decide(Decision(SanctionKind.Limit) with { Acts = [] }),
                "suspend" => Decide(Decision(SanctionKind.Suspension)),
                "suspend, as a moderator" => Decide(Decision(SanctionKind.Suspension) with { Senior = false }),
                "suspend for ever" => Decide(Decision(SanctionKind.Suspension) with { Days = 366 }),
                "ban" => Decide(Decision(SanctionKind.Ban)),
                "ban, as a moderator" => Decide(Decision(SanctionKind.Ban) with { Senior = false }),
                "warn oneself" => Decide(Decision(SanctionKind.Warning) with { By = Person }),
                "warn after another has decided" => Decide(Decision(SanctionKind.Warning) with { Seen = seen + 1 }, keep: true),
                "appeal" => AppealSanctionHandler.Decide(file, new(Person, Id, "Non."), now),
                "appeal too late" => AppealSanctionHandler.Decide(file, new(Person, Id, "Non."), now + AppealSanctionHandler.Window),
                "uphold" => Answer(Cases.Other, lift: false),
                "uphold without a word" => Answer(Cases.Other, lift: false, words: " "),
                "uphold one's own" => Answer(Cases.Me, lift: false),
                "lift" => Answer(Cases.Other, lift: true),
                "lift one's own" => Answer(Cases.Me, lift: true),
                "lift, as a moderator" => Answer(Cases.Other, lift: true, senior: false),
                "lift, as himself" => Answer(Person, lift: true),
                "end" => EndSanctionHandler.Decide(file, new(Person, Id), Cases.Now.AddDays(7)),
                "end too early" => EndSanctionHandler.Decide(file, new(Person, Id), Cases.Now.AddDays(7).AddSeconds(-1)),
                _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
            };
            return news?.GetType().Name ?? Nothing;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals.ShouldHaveSingleItem().Key;
        }
        catch (ForbiddenException)
        {
            return Forbidden;
        }
        catch (NotFoundException)
        {
            return Missing;
        }

        Sanctioned Decide(SanctionPerson command, bool keep = false) => SanctionPersonHandler.Decide(file, keep ? command : command with { Seen = seen }, now);

        object Answer(Guid by, bool lift, string words = "Vu.", bool senior = true) => AnswerSanctionHandler.Decide(file, new(Person, Id, by, senior, lift, words), now);
    }

    private static SanctionPerson Decision(SanctionKind kind) => new(
        Guid.CreateVersion7(), Person, Cases.Me, true, 0, kind, kind == SanctionKind.Limit ? [LimitedAct.Publishing] : [], kind is SanctionKind.Limit or SanctionKind.Suspension ? 7 : null, "fraud", null);

    private static string[] Same(string outcome) => [.. States.Select(_ => outcome)];
}
