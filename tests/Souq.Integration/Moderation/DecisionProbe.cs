using System.Collections.Concurrent;
using Souq.Moderation.Contracts;

namespace Souq.Integration.Moderation;

/// <summary>Stands where the market listens for decisions.</summary>
public sealed class DecisionProbe
{
    public ConcurrentQueue<CaseDecided> Decided { get; } = new();
}

public static class DecisionListener
{
    public static void Handle(CaseDecided fact, DecisionProbe probe) => probe.Decided.Enqueue(fact);
}
