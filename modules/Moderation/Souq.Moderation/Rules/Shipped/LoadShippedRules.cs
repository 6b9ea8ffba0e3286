using Marten;
using Souq.EventStore;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Rules.Shipped;

/// <summary>The program has started: its rules come to the market, each once. What an admin has made of one stays.</summary>
public sealed record LoadShippedRules;

public static class LoadShippedRulesHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(LoadShippedRules command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        foreach (var shipped in ShippedRules.All)
        {
            var stream = await session.Events.FetchForWriting<Rule>(shipped.Id, cancellation);
            var happened = stream.Aggregate is null ? [] : await session.Events.FetchStreamAsync(shipped.Id, token: cancellation);
            stream.AppendMany(Decide(stream.Aggregate, [.. happened.Select(e => e.Data)], shipped, time.GetUtcNow()));
        }
    }

    /// <summary>A new one is written and put in force; a newer revision takes the place of an older one that nobody has touched.</summary>
    public static IReadOnlyList<object> Decide(Rule? current, IReadOnlyList<object> happened, ShippedRule shipped, DateTimeOffset now)
    {
        // What softened itself was told something by moderators, and waits for an admin.
        var isOurs = happened.All(e => e is RuleWritten { By: var by } && by == RuleActor.Id || e is RulePutInForce { By: var force } && force == RuleActor.Id);
        return current is not null && (!isOurs || current.Revision >= shipped.Revision) ? []
            : [new RuleWritten(shipped.Spec, RuleActor.Id, now), new RulePutInForce((current?.Revision ?? 0) + 1, RuleActor.Id, now)];
    }
}
