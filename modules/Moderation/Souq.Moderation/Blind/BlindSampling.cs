using System.Buffers.Binary;
using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Blind;

/// <summary>How many of a hundred decisions are made once more.</summary>
public sealed partial record BlindSampling
{
    public const int Usual = 5;

    /// <summary>There is one of them.</summary>
    public static readonly Guid TheId = DeterministicGuid.Create(new("3d1f7a52-8f43-4f6f-9a52-64a4b0d1c7e3"), "blind");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public int Percent { get; init; } = Usual;

    public static BlindSampling Create(BlindSamplingSet set) => new BlindSampling().Apply(set);

    public BlindSampling Apply(BlindSamplingSet set) => this with { Percent = set.Percent };

    /// <summary>The same answer on every node and however often it is asked.</summary>
    public bool Takes(Guid decisionId)
    {
        Span<byte> bytes = stackalloc byte[16];
        decisionId.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) % 100 < Percent;
    }
}

public sealed record BlindSamplingSet(int Percent, Guid By, DateTimeOffset At);

/// <summary>A senior says how many of a hundred decisions are made once more. It holds for the next decision.</summary>
public sealed record SetBlindSampling(int? Percent, Guid By) : ISeniorAct;

public static class SetBlindSamplingHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(SetBlindSampling command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<BlindSampling>(BlindSampling.TheId, cancellation);
        if (Decide(stream.Aggregate, command, time.GetUtcNow()) is { } set) stream.AppendOne(set);
    }

    /// <returns><c>null</c> when it is so already.</returns>
    /// <exception cref="RefusedException">It is no percentage.</exception>
    public static BlindSamplingSet? Decide(BlindSampling? current, SetBlindSampling command, DateTimeOffset now) =>
        command.Percent is not (>= 0 and <= 100) ? throw new RefusedException("Percent.Wrong", "percent")
        : (current ?? new()).Percent == command.Percent ? null : new(command.Percent.Value, command.By, now);
}
