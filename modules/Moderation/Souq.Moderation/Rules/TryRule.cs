using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Rules;

/// <summary>An admin wants to see what a rule, as it was last written, would have done lately.</summary>
public sealed record TryRule(Guid RuleId, int Days, Guid By) : ISeniorAct;

/// <summary>Goes through the past, on whichever node it comes to.</summary>
public sealed record RunTrial(Guid RuleId, DateTimeOffset StartedAt);

public static class TryRuleHandler
{
    public static readonly IReadOnlyList<int> Days = [7, 30, 90, 365];

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<RunTrial> Handle(TryRule command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Rule>(command.RuleId, cancellation) is not { } rule) throw new NotFoundException($"rule {command.RuleId}");
        // Where people were, and which address they had, is known of nobody afterwards.
        if (rule.Draft.Kind.IsAboutSubmitter()) throw new RefusedException("Rule.CannotTry");
        if (!Days.Contains(command.Days)) throw new RefusedException("Rule.DaysMissing", "days");
        var trial = new Trial { Id = rule.Id, Revision = rule.Revision, Days = command.Days, StartedAt = time.GetUtcNow() };
        session.Store(trial);
        return new RunTrial(rule.Id, trial.StartedAt);
    }
}

public static class RunTrialHandler
{
    // Other messages are stopped after a minute.
    public static void Configure(HandlerChain chain) => chain.ExecutionTimeoutInSeconds = (int)Trial.Longest.TotalSeconds;

    public static Task Handle(RunTrial message, RuleTrials trials, CancellationToken cancellation) => trials.Run(message, cancellation);
}
