using System.Reflection;
using System.Text.Json;
using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Undoing;
using Case = Souq.Moderation.Case;

namespace Souq.Unit.Moderation;

public sealed class UndoTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-0000000000cc");

    private static Case IntendedBy(Guid moderator, Case? before = null) =>
        (before ?? Cases.Waiting).Apply(IntendDecisionHandler.Decide(before ?? Cases.Waiting, Intending(moderator), Cases.Now));

    [Theory]
    [InlineData(nameof(Cases.Waiting), "DecisionIntended")]
    [InlineData(nameof(Cases.HeldByMe), "DecisionIntended")]
    [InlineData(nameof(Cases.LeftByOther), "DecisionIntended")]
    [InlineData(nameof(Cases.HeldByOther), CaseRules.Held)]
    [InlineData(nameof(Cases.Approved), CaseRules.Decided)]
    [InlineData(nameof(Cases.Refused), CaseRules.Decided)]
    [InlineData(nameof(Cases.Removed), CaseRules.Decided)]
    [InlineData(nameof(Cases.Closed), CaseRules.Closed)]
    [InlineData(nameof(Cases.AppealedAgainstMe), CaseRules.OwnDecision)]
    public void Who_may_decide_may_intend_to(string state, string outcome) =>
        Outcome(() => IntendDecisionHandler.Decide(Cases.In(state), Intending(Cases.Me), Cases.Now)).ShouldBe(outcome);

    [Theory]
    [InlineData("claim")]
    [InlineData("approve")]
    [InlineData("refuse")]
    [InlineData("remove")]
    [InlineData("intend")]
    public void While_it_can_be_taken_back_nobody_does_anything_else(string act)
    {
        Outcome(() => Do(act, IntendedBy(Cases.Other))).ShouldBe(CaseRules.Held);
        Outcome(() => Do(act, IntendedBy(Cases.Me))).ShouldBe(CaseRules.Decided);
        // However late its moment comes.
        IntendedBy(Cases.Other).ObstacleFor(Cases.Me, Cases.Now.AddHours(1)).ShouldBe(CaseRules.Held);
    }

    [Fact]
    public void Only_who_decided_takes_it_back_and_has_the_case_in_hand_again()
    {
        var undone = UndoDecisionHandler.Decide(IntendedBy(Cases.Me), new(Cases.CaseId, Cases.Me), Cases.Now);
        IntendedBy(Cases.Me).Apply(undone).Lease.ShouldBe(new Lease(Cases.Me, Cases.Now + Lease.Length));
        Outcome(() => UndoDecisionHandler.Decide(IntendedBy(Cases.Other), new(Cases.CaseId, Cases.Me), Cases.Now)).ShouldBe(UndoDecisionHandler.TooLate);
        Outcome(() => UndoDecisionHandler.Decide(Cases.Approved, new(Cases.CaseId, Cases.Me), Cases.Now)).ShouldBe(UndoDecisionHandler.TooLate);
    }

    [Fact]
    public void A_decision_or_an_end_is_the_end_of_the_intention()
    {
        IntendedBy(Cases.Me).Apply(new CaseApproved(1, Cases.Seller, Cases.Me, Cases.Now)).Intent.ShouldBeNull();
        IntendedBy(Cases.Me).Apply(new CaseClosed("Withdrawn", Cases.Now)).Intent.ShouldBeNull();
        IntendedBy(Cases.Me).Apply(new DecisionLapsed(Id, Cases.Me, CaseRules.Clash, Cases.Now)).ObstacleFor(Cases.Other, Cases.Now).ShouldBeNull();
    }

    [Fact]
    public void A_newer_revision_ends_the_intention_only_when_its_moment_comes() =>
        IntendedBy(Cases.Me).Apply((CaseReopened)Cases.Open(IntendedBy(Cases.Me), Cases.Submitted(2)).Single()).Intent.ShouldNotBeNull();

    [Fact]
    public void What_was_decided_is_read_back_as_it_was_said()
    {
        var refuse = new RefuseCase(Cases.CaseId, 1, Cases.Me, "photos", "صورة غير واضحة");
        var command = Intending(Cases.Me) with { Decision = refuse };
        var intention = Intention.Of(command, Cases.Waiting, IntendDecisionHandler.Decide(Cases.Waiting, command, Cases.Now));
        JsonSerializer.Deserialize<Intention>(JsonSerializer.Serialize(intention))!.Decision().ShouldBe(refuse);
        command.ToString().ShouldNotContain("صورة");
    }

    [Fact]
    public void Every_decision_about_a_case_can_be_taken_back() => typeof(Case).Assembly.GetTypes()
        .Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal) && t.Namespace is "Souq.Moderation.Deciding" or "Souq.Moderation.Correcting" or "Souq.Moderation.Appeals" or "Souq.Moderation.Subjects")
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == "Handle"))
        .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Case)))
        .Select(m => m.GetParameters()[0].ParameterType)
        .ShouldBe(Undoable.All, ignoreOrder: true);

    [Fact]
    public void Every_decision_about_a_person_can_be_taken_back() => typeof(Case).Assembly.GetTypes()
        .Where(t => t.Namespace == "Souq.Moderation.Sanctions" && t.GetMethod("Carry") is not null)
        .Select(t => t.GetMethod("Carry")!.GetParameters()[0].ParameterType)
        .ShouldBe(Undoable.AllOfPeople, ignoreOrder: true);

    [Fact]
    public void While_a_decision_about_a_person_can_be_taken_back_there_is_no_other()
    {
        var decision = new SanctionPerson(Id, Cases.Seller, Cases.Me, false, 0, SanctionKind.Warning, [], null, "spam", "كفى");
        var file = PersonFile.Create(IntendSanctionHandler.Decide(null, Mine(Id), Cases.Now));
        file.Intent.ShouldBe(new Intent(Id, Cases.Me, Cases.Now + Intent.Window));
        Outcome(() => IntendSanctionHandler.Decide(file, Mine(Cases.CaseId), Cases.Now.AddHours(1))).ShouldBe(IntendSanctionHandler.Pending);
        Outcome(() => IntendSanctionHandler.Decide(file, Mine(Cases.CaseId) with { By = Cases.Other }, Cases.Now)).ShouldBe(IntendSanctionHandler.Held);
        Outcome(() => UndoSanctionHandler.Decide(file, new(Cases.Seller, Cases.Other), Cases.Now)).ShouldBe(UndoDecisionHandler.TooLate);
        file.Apply(UndoSanctionHandler.Decide(file, new(Cases.Seller, Cases.Me), Cases.Now)).Intent.ShouldBeNull();
        Outcome(() => UndoSanctionHandler.Decide(file.Apply(new SanctionTookEffect(Id, Cases.Now)), new(Cases.Seller, Cases.Me), Cases.Now)).ShouldBe(UndoDecisionHandler.TooLate);
        Mine(Id).ToString().ShouldNotContain("كفى");
        var kept = Intention.Of(Id, Cases.Seller, file.Intent!, decision, null);
        JsonSerializer.Deserialize<Intention>(JsonSerializer.Serialize(kept))!.Decision().ShouldBeOfType<SanctionPerson>().Words.ShouldBe("كفى");

        IntendSanction Mine(Guid intent) => new(intent, Cases.Seller, Cases.Me, decision);
    }

    private static IntendDecision Intending(Guid by) => new(Id, Cases.CaseId, by, new ApproveCase(Cases.CaseId, 1, by));

    private static object Do(string act, Case current) => act switch
    {
        "claim" => ClaimCaseHandler.Decide(current, new(Cases.CaseId, Cases.Me), Cases.Now)!,
        "approve" => ApproveCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me), Cases.Now),
        "refuse" => RefuseCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me, "photos", null), Cases.Now),
        "remove" => RemoveCaseHandler.Decide(current, new(Cases.CaseId, 1, Cases.Me, "fraud", null), Cases.Now),
        "intend" => IntendDecisionHandler.Decide(current, Intending(Cases.Me), Cases.Now),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private static string Outcome(Func<object> act)
    {
        try
        {
            return act().GetType().Name;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals.ShouldHaveSingleItem().Key;
        }
    }
}
