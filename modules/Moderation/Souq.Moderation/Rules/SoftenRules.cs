using Marten;
using Souq.EventStore;
using Souq.Moderation.Contracts;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Rules;

/// <summary>How often moderators agreed with a rule's newest finds.</summary>
public sealed record RulePrecision(int Right, int Wrong)
{
    /// <summary>Older decisions say little of how a rule does now.</summary>
    public const int Newest = 50;

    /// <summary>Fewer say nothing.</summary>
    public const int Fewest = 20;

    /// <summary>Per cent: a rule that is right less often holds nothing back, unless it was written with another figure.</summary>
    public const int Usual = 50;

    /// <summary>A coin is right as often as the lowest; nobody is always right.</summary>
    public const int Lowest = 50, Highest = 95;

    public int Decided => Right + Wrong;

    /// <summary>0 to 1; <c>null</c> before enough was decided.</summary>
    public double? Share => Decided < Fewest ? null : (double)Right / Decided;

    public bool IsPoor(RuleSpec spec) => Share * 100 < (spec.Precision ?? Usual);

    /// <summary>Of one revision.</summary>
    public static async Task<RulePrecision> Of(Guid ruleId, int revision, IQuerySession session, CancellationToken cancellation)
    {
        var newest = await session.Query<RuleRecord>().Where(r => r.RuleId == ruleId && r.Revision == revision && r.Right != null)
            .OrderByDescending(r => r.At).Take(Newest).Select(r => r.Right!.Value).ToListAsync(cancellation);
        return new(newest.Count(right => right), newest.Count(right => !right));
    }
}

/// <summary>After each decision: a rule that moderators disagree with more often than it may be wrong flags from now on.</summary>
public static class SoftenRulesHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var about = await session.Query<RuleRecord>().Where(r => r.CaseId == fact.CaseId && r.Judged == fact.Revision).Select(r => r.RuleId).ToListAsync(cancellation);
        foreach (var id in about.Distinct())
        {
            var stream = await session.Events.FetchForWriting<Rule>(id, cancellation);
            if (stream.Aggregate is not { } rule) continue;
            if (Decide(rule, await RulePrecision.Of(id, rule.Holds, session, cancellation), time.GetUtcNow()) is { } softened) stream.AppendOne(softened);
        }
    }

    public static RuleSoftened? Decide(Rule rule, RulePrecision precision, DateTimeOffset now) =>
        rule.InForce is { Effect: not RuleEffect.Flag } spec && precision.IsPoor(spec) ? new(precision.Right, precision.Wrong, now) : null;
}
