using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Rules;

/// <summary>What was last written holds from now on.</summary>
/// <param name="Revision">What the admin saw and tried.</param>
public sealed record PutRuleInForce(Guid RuleId, int Revision, Guid By) : ISeniorAct;

public static class PutRuleInForceHandler
{
    public static Events Handle(PutRuleInForce command, [WriteModel] Rule rule, TimeProvider time) => [.. Decide(rule, command, time.GetUtcNow())];

    /// <exception cref="RefusedException">Somebody wrote it anew meanwhile.</exception>
    public static IEnumerable<object> Decide(Rule rule, PutRuleInForce command, DateTimeOffset now)
    {
        if (rule.Revision != command.Revision) throw new RefusedException(WriteRuleHandler.Clash);
        return !rule.IsAhead() && rule.Softened is null ? [] : [new RulePutInForce(rule.Revision, command.By, now)];
    }
}

/// <summary>The rule says nothing more until it is put in force again.</summary>
public sealed record SwitchRuleOff(Guid RuleId, Guid By) : ISeniorAct;

public static class SwitchRuleOffHandler
{
    public static Events Handle(SwitchRuleOff command, [WriteModel] Rule rule, TimeProvider time) =>
        rule.InForce is null ? [] : [new RuleSwitchedOff(command.By, time.GetUtcNow())];
}
