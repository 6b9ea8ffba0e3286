using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Importing.Files;

/// <summary>The merchant wants back everything that was withdrawn as missing.</summary>
public sealed record RegretWithdrawals(Guid ImportId, Guid ActorId);

/// <summary>The next of them come back.</summary>
/// <param name="Round">Counts batches; a message that comes twice finds it passed.</param>
public sealed record BringBack(Guid ImportId, int Round);

public static class RegretWithdrawalsHandler
{
    public static (Events, OutgoingMessages) Handle(
        RegretWithdrawals command, [WriteModel(nameof(RegretWithdrawals.ImportId))] FileImport import, TimeProvider time)
    {
        import.MustBelongTo(command.ActorId);
        if (import.IsBringingBack || import.BackRounds > 0) return ([], []);
        var now = time.GetUtcNow();
        return import.CanRegret(now) ? ([new WithdrawalsRegretted(now)], [new BringBack(import.Id, 0)]) : throw new RefusedException("Import.TooLateToRegret");
    }
}

public static class BringBackHandler
{
    private const int Batch = 200;

    public static async Task<OutgoingMessages> Handle(
        BringBack message, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var import = await session.LoadAsync<FileImport>(message.ImportId, cancellation);
        if (import is not { IsBringingBack: true } || import.BackRounds != message.Round) return [];
        var ids = await session.QueryAsync<Guid>(
            $"select listing_id from {ImportWithdrawnTable.Name} where import_id = ? and not back order by listing_id limit {Batch}", cancellation, import.Id);
        var back = Decide(await session.LoadManyAsync<Listing>(cancellation, ids), catalog.Current, time.GetUtcNow());
        var messages = ImportListingsHandler.Write(back, session);
        session.QueueSqlCommand($"update {ImportWithdrawnTable.Name} set back = true where import_id = ? and listing_id = any(?)", import.Id, ids.ToArray());
        session.Events.Append(import.Id, import.Version + 1, new WithdrawnBroughtBack(back.Count, Last: ids.Count < Batch));
        if (ids.Count == Batch) messages.Add(new BringBack(import.Id, message.Round + 1));
        return messages;
    }

    /// <summary>Those still withdrawn come back as they were; what has become of others since stays.</summary>
    public static IReadOnlyList<DecidedLine> Decide(IReadOnlyList<Listing> withdrawn, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var back = new List<DecidedLine>();
        foreach (var listing in withdrawn.Where(l => l.Life == ListingLife.Withdrawn))
        {
            try
            {
                var (events, facts) = Rewriting.Decide(listing, listing.Draft, backInStock: true, catalog, now);
                back.Add(new DecidedLine(0, listing.Id, listing.Version, LineFate.Changed, listing, events, facts, []));
            }
            catch (RefusedException)
            {
                // It could not be offered as it is any more, such as in a section that is gone; it stays withdrawn.
            }
        }

        return back;
    }
}
