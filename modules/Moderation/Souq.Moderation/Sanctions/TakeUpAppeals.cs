using Marten;
using Souq.EventStore;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Sanctions;

/// <summary>Sent by the clock: people who appealed before their appeals were cases wait in the queue too.</summary>
/// <param name="After">Where the last ones ended.</param>
public sealed record TakeUpAppeals(DateTimeOffset? After = null);

public static class TakeUpAppealsHandler
{
    private const int Many = 200;

    /// <summary>Two nodes at once: the second finds the cases of the first.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(TakeUpAppeals command, IDocumentSession session, CancellationToken cancellation)
    {
        var after = command.After ?? DateTimeOffset.MinValue;
        var files = await session.Query<PersonFile>().Where(f => f.AppealedAt > after).OrderBy(f => f.AppealedAt).Take(Many).ToListAsync(cancellation);
        var waiting = files.SelectMany(f => f.Sanctions.Where(s => s.Waits).Select(s => (f.PersonId, Sanction: s, CaseId: SanctionAppeals.CaseOf(s.Id)))).ToList();
        var known = (await session.LoadManyAsync<Case>(cancellation, waiting.Select(w => w.CaseId))).Select(c => c.Id).ToHashSet();
        foreach (var (person, sanction, caseId) in waiting.Where(w => !known.Contains(w.CaseId)))
            session.Events.StartStream<Case>(caseId, SanctionAppeals.Open(person, sanction, sanction.AppealedAt!.Value));
        return files.Count < Many ? [] : [new TakeUpAppeals(files[^1].AppealedAt)];
    }
}
