using Wolverine.Persistence.Durability.DeadLetterManagement;
using Wolverine.Runtime;

namespace Souq.Mail.Operating;

/// <summary>A message that could not be handled and waits for a person.</summary>
/// <param name="Reason">What went wrong, as the program says it.</param>
/// <param name="Replaying">It has been given back and is about to be handled again.</param>
public sealed record DeadMessage(Guid Id, string What, string Error, string Reason, DateTimeOffset SentAt, bool Replaying);

/// <summary>Messages of all modules that could not be handled; letters that found no server for a day are among them.</summary>
public sealed class DeadLetterBox(IWolverineRuntime wolverine, PostActs acts)
{
    private const int Shown = 50;

    public async Task<(IReadOnlyList<DeadMessage> Messages, int Total)> Read(CancellationToken cancellation)
    {
        var found = await wolverine.Storage.DeadLetters.QueryAsync(new DeadLetterEnvelopeQuery { PageSize = Shown, PageNumber = 1 }, cancellation);
        return ([.. found.Envelopes.Select(e => new DeadMessage(e.Id, Short(e.MessageType), Short(e.ExceptionType), e.ExceptionMessage ?? "", e.SentAt, e.Replayable))], (int)found.TotalCount);
    }

    /// <summary>Gives a message back to be handled again; <c>null</c> for all of them.</summary>
    public async Task Replay(Guid? id, Guid by, CancellationToken cancellation)
    {
        await wolverine.Storage.DeadLetters.ReplayAsync(Of(id), cancellation);
        await acts.Note(by, id is null ? "replayed-all" : "replayed", id?.ToString(), cancellation);
    }

    /// <summary>Throws a message away for good.</summary>
    public async Task Delete(Guid id, Guid by, CancellationToken cancellation)
    {
        await wolverine.Storage.DeadLetters.DiscardAsync(Of(id), cancellation);
        await acts.Note(by, "deleted", id.ToString(), cancellation);
    }

    private static DeadLetterEnvelopeQuery Of(Guid? id) => id is { } one ? new DeadLetterEnvelopeQuery([one]) : new DeadLetterEnvelopeQuery();

    /// <summary>The last part of a type's full name.</summary>
    private static string Short(string? type) => (type ?? "").Split('.', '+')[^1];
}
