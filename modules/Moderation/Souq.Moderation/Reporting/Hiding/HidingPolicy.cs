using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Reporting.Hiding;

/// <summary>From which trusted weight on a reported advert is out of sight until a moderator has looked.</summary>
public sealed partial record HidingPolicy
{
    /// <summary>Two trusted reporters, or four reliable ones.</summary>
    public const int Usual = 20;

    public const int Most = 1_000;

    /// <summary>There is one of them.</summary>
    public static readonly Guid TheId = DeterministicGuid.Create(new("3b1f7c5a-0c1d-4f6e-9a52-8f4f0d9a7b21"), "hiding");

    public Guid Id { get; init; }
    public long Version { get; init; }

    /// <summary>0: reports hide nothing.</summary>
    public int Threshold { get; init; } = Usual;

    public static HidingPolicy Create(HidingPolicySet set) => new HidingPolicy().Apply(set);

    public HidingPolicy Apply(HidingPolicySet set) => this with { Threshold = set.Threshold };
}

public sealed record HidingPolicySet(int Threshold, Guid By, DateTimeOffset At);

/// <summary>An admin says how much has to be said against an advert before it is hidden. It holds for the next report.</summary>
/// <param name="Threshold">See <see cref="HidingPolicy.Threshold"/>; <c>null</c> when no number was typed.</param>
public sealed record SetHidingPolicy(int? Threshold, Guid By) : ISeniorAct;

public static class SetHidingPolicyHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(SetHidingPolicy command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<HidingPolicy>(HidingPolicy.TheId, cancellation);
        if (Decide(stream.Aggregate, command, time.GetUtcNow()) is { } set) stream.AppendOne(set);
    }

    /// <returns><c>null</c> when it is so already.</returns>
    /// <exception cref="RefusedException">The number is missing or out of range.</exception>
    public static HidingPolicySet? Decide(HidingPolicy? current, SetHidingPolicy command, DateTimeOffset now) =>
        command.Threshold is not { } threshold || threshold is < 0 or > HidingPolicy.Most ? throw new RefusedException("Hiding.ThresholdMissing", "threshold", HidingPolicy.Most)
        : (current ?? new()).Threshold == threshold ? null
        : new(threshold, command.By, now);
}
