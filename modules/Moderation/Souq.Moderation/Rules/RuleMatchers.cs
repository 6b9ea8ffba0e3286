using System.Collections.Concurrent;

namespace Souq.Moderation.Rules;

/// <summary>Rules made ready once and asked for ever: making one reads all of its words.</summary>
internal static class RuleMatchers
{
    private static readonly ConcurrentDictionary<Guid, (int Says, RuleMatcher Matcher)> Ready = [];

    public static RuleMatcher Of(Guid ruleId, RuleSpec spec)
    {
        var says = Says(spec);
        return Ready.TryGetValue(ruleId, out var ready) && ready.Says == says ? ready.Matcher
            : (Ready[ruleId] = (says, new RuleMatcher(spec))).Matcher;
    }

    // Of all that is matched by, and not of the revision: the same may be another rule's on another market.
    private static int Says(RuleSpec spec)
    {
        var hash = new HashCode();
        foreach (var word in spec.Words.Concat(spec.Except)) hash.Add(word, StringComparer.Ordinal);
        foreach (var section in spec.Sections) hash.Add(section);
        hash.Add((spec.Kind, spec.Words.Count, spec.Least, spec.Most, spec.Count));
        return hash.ToHashCode();
    }
}
