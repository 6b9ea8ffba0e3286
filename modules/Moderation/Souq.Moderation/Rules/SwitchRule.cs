using Marten;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Rules;

/// <summary>What was last written holds from now on. What refuses by itself has been tried before, and where its trial found adverts that moderators approved, whoever wrote it needs another senior.</summary>
/// <param name="Revision">What the admin saw and tried.</param>
public sealed record PutRuleInForce(Guid RuleId, int Revision, Guid By) : ISeniorAct;

public static class PutRuleInForceHandler
{
    public static async Task<Events> Handle(PutRuleInForce command, [WriteModel] Rule rule, IQuerySession session, TimeProvider time, CancellationToken cancellation) =>
        [.. Decide(rule, await session.LoadAsync<Trial>(rule.Id, cancellation), command, time.GetUtcNow())];

    /// <exception cref="RefusedException">Somebody wrote it anew meanwhile; or it refuses, and was not looked at as that needs.</exception>
    public static IEnumerable<object> Decide(Rule rule, Trial? trial, PutRuleInForce command, DateTimeOffset now)
    {
        if (rule.Revision != command.Revision) throw new RefusedException(WriteRuleHandler.Clash);
        if (!rule.IsAhead() && rule.Softened is null) return [];
        if (rule.Draft.Effect == RuleEffect.Refuse && Obstacle(rule, trial, command.By) is { } obstacle) throw new RefusedException(obstacle);
        return [new RulePutInForce(rule.Revision, command.By, now)];
    }

    private static string? Obstacle(Rule rule, Trial? trial, Guid by) =>
        trial is not { EndedAt: not null } || trial.Revision != rule.Revision ? "Rule.TryFirst"
        : trial.Wrong > 0 && by == rule.WrittenBy ? "Rule.SecondPerson"
        : null;
}

/// <summary>The rule says nothing more until it is put in force again.</summary>
public sealed record SwitchRuleOff(Guid RuleId, Guid By) : ISeniorAct;

public static class SwitchRuleOffHandler
{
    public static Events Handle(SwitchRuleOff command, [WriteModel] Rule rule, TimeProvider time) =>
        rule.InForce is null ? [] : [new RuleSwitchedOff(command.By, time.GetUtcNow())];
}
