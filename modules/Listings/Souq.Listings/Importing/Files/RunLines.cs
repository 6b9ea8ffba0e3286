using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Listings.Numbers;
using Souq.Listings.Quotas;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Listings.Importing.Files;

/// <summary>The next lines of a file become adverts: a transaction for a batch, which says itself how far it came.</summary>
/// <param name="After">The last line done before; a message that comes twice finds it passed.</param>
public sealed record RunLines(Guid ImportId, int After);

public static class RunLinesHandler
{
    private const int Batch = 200;

    /// <summary>Something else of the merchant made the same advert at the same moment: decided again, it is found.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(
        RunLines message, IDocumentSession session, ImportLines table, ListingNumbers numbers, SellerQuotas quotas, ICatalog catalog,
        TimeProvider time, CancellationToken cancellation)
    {
        var import = await session.LoadAsync<FileImport>(message.ImportId, cancellation);
        if (import is not { State: ImportState.Running } || import.TakenTo != message.After) return [];
        var lines = await table.Read(import.Id, message.After, Batch, $"fate in ({(int)LineFate.New}, {(int)LineFate.Changed})", cancellation);
        if (lines.Count == 0)
        {
            if (import.WithdrawMissing) return [new WithdrawMissing(import.Id, import.Rounds)];
            session.Events.Append(import.Id, import.Version + 1, new RunFinished(time.GetUtcNow()));
            return [];
        }

        var batch = new ImportListings(import.SellerId, [.. lines.Select(l => import.RowOf(l.Sheet, catalog.Current))], Publish: false, Update: true);
        var room = await quotas.Of(import.SellerId, cancellation);
        var decided = await ImportListingsHandler.Decide(batch, session, numbers, room, catalog.Current, time.GetUtcNow(), cancellation);
        var messages = ImportListingsHandler.Write(decided, session);
        ImportLines.Note(import.Id, decided, null, session);
        var to = lines[^1].Sheet.Line;
        session.Events.Append(import.Id, import.Version + 1, new LinesTaken(to, Tally.Of([.. decided.Select(d => d.Fate)])));
        messages.Add(new RunLines(import.Id, to));
        return messages;
    }
}
