using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Claiming;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Reporting;
using Souq.Moderation.Staff;
using Souq.Moderation.Undoing;
using Wolverine;

namespace Souq.Moderation.Bulk;

/// <summary>The next few cases of a decision about many. What is done and how far it came are one transaction: a crash repeats nothing.</summary>
public sealed record CarryOutBulk(Guid BulkId);

public static class CarryOutBulkHandler
{
    private const int Step = 10;

    public static async Task<OutgoingMessages> Handle(CarryOutBulk message, IDocumentSession session, IModerationStore store, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<BulkDecision>(message.BulkId, cancellation) is not { IsOver: false } bulk) return [];
        var now = time.GetUtcNow();
        if (now < bulk.Until) return [message.DelayedFor(bulk.Until - now)];
        var (cases, messages) = (bulk.Cases.ToList(), new OutgoingMessages());
        foreach (var at in Enumerable.Range(bulk.Done, Math.Min(Step, cases.Count - bulk.Done)))
            cases[at] = cases[at] with { Done = true, Skipped = await MayNot(bulk, cases[at], store, catalog, cancellation) ?? await Carry(bulk, cases[at], session, messages, catalog, time, cancellation) };
        bulk = bulk with { Cases = cases };
        // What he wrote is in each case by now.
        session.Store(bulk.IsOver ? bulk with { Words = null } : bulk);
        if (!bulk.IsOver) messages.Add(message);
        return messages;
    }

    /// <returns>Key of why it is not his to decide.</returns>
    private static async Task<string?> MayNot(BulkDecision bulk, BulkCase one, IModerationStore store, ICatalog catalog, CancellationToken cancellation)
    {
        try
        {
            await MayAct.BeforeAsync(new ClaimCase(one.CaseId, bulk.By), store, catalog, cancellation);
            return null;
        }
        catch (ForbiddenException)
        {
            return BulkDecision.NotYours;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals[0].Key;
        }
    }

    /// <returns>Key of what stood in the way.</returns>
    private static async Task<string?> Carry(
        BulkDecision bulk, BulkCase one, IDocumentSession session, OutgoingMessages messages, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(one.CaseId, cancellation);
        if (stream.Aggregate is not { } current) return BulkDecision.Gone;
        try
        {
            var said = await BulkWords.Said(bulk, current, session, catalog.Current, time.GetUtcNow(), cancellation);
            var onMarket = await session.LoadAsync<PublicAdvert>(current.SubjectId, cancellation) is not null;
            var (events, following) = await Undoable.Carry(said.For(current, one.Revision, onMarket), current, session, catalog, time, cancellation);
            stream.AppendMany(events);
            messages.AddRange(following.Select(m => m is TellRefusal told ? told with { Among = bulk.Cases.Count > 1 } : m));
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals[0].Key;
        }
    }
}
