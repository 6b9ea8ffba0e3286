using Marten;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>Sent by the clock: some of those whom time alone has raised.</summary>
/// <param name="After">The last one looked at; the empty id at the start.</param>
public sealed record LookAtTrust(DateTimeOffset Now, Guid After = default);

/// <summary>Time has passed for a person, and nothing else has happened.</summary>
public sealed record LookAgain(Guid PersonId);

public static class LookAtTrustHandler
{
    public const int Batch = 200;

    public static async Task<OutgoingMessages> Handle(LookAtTrust command, IDocumentSession session, CancellationToken cancellation)
    {
        var due = await session.Query<Standing>().Where(s => s.DueAt <= command.Now && s.Id > command.After)
            .OrderBy(s => s.Id).Select(s => s.Id).Take(Batch).ToListAsync(cancellation);
        var messages = new OutgoingMessages();
        messages.AddRange(due.Select(id => new LookAgain(id)));
        if (due.Count == Batch) messages.Add(command with { After = due[^1] });
        return messages;
    }
}

public static class LookAgainHandler
{
    public static Task<OutgoingMessages> Handle(LookAgain command, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        session.Learn(command.PersonId, time.GetUtcNow(), standing => Task.FromResult<Standing?>(standing), cancellation);
}
