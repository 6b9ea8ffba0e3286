using Marten;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Moderation.Undoing;

/// <summary>The decisions that can be taken back. A new one is a line in each list here.</summary>
public static class Undoable
{
    // Written down for some seconds: what is on its way when the market is renewed still carries the old name.
    private static readonly Dictionary<string, Type> Names = new()
    {
        ["approve"] = typeof(ApproveCase),
        ["refuse"] = typeof(RefuseCase),
        ["keep"] = typeof(KeepCase),
        ["remove"] = typeof(RemoveCase),
        ["uphold"] = typeof(UpholdDecision),
        ["overturn"] = typeof(OverturnDecision),
    };

    public static IEnumerable<Type> All => Names.Values;

    public static bool Knows(object decision) => Names.ContainsValue(decision.GetType());

    public static string NameOf(object decision) => Names.First(n => n.Value == decision.GetType()).Key;

    public static Type? TypeOf(string name) => Names.GetValueOrDefault(name);

    /// <summary>What follows from a decision, as its own handler says it.</summary>
    public static async Task<(Events Events, OutgoingMessages Messages)> Carry(
        object decision, Case current, IDocumentSession session, TimeProvider time, CancellationToken cancellation) => decision switch
        {
            ApproveCase approve => ApproveCaseHandler.Handle(approve, current, time),
            RefuseCase refuse => RefuseCaseHandler.Handle(refuse, current, time),
            KeepCase keep => KeepCaseHandler.Handle(keep, current, time),
            RemoveCase remove => RemoveCaseHandler.Handle(remove, current, time),
            UpholdDecision uphold => await UpholdDecisionHandler.Handle(uphold, current, session, time, cancellation),
            OverturnDecision overturn => await OverturnDecisionHandler.Handle(overturn, current, session, time, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, null),
        };
}
