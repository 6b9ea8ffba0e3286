using Marten;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Listings.Importing.Files;

/// <summary>The next adverts that the file lacks leave the market.</summary>
/// <param name="Round">Counts batches; a message that comes twice finds it passed.</param>
public sealed record WithdrawMissing(Guid ImportId, int Round);

public static class WithdrawMissingHandler
{
    private const int Batch = 200;

    public static async Task<OutgoingMessages> Handle(WithdrawMissing message, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var import = await session.LoadAsync<FileImport>(message.ImportId, cancellation);
        if (import is not { State: ImportState.Running } || import.Rounds != message.Round) return [];
        var now = time.GetUtcNow();
        var missing = await MissingListings.Next(import, Batch, session, cancellation);
        if (missing.Count == 0)
        {
            session.Events.Append(import.Id, import.Version + 1, new RunFinished(now));
            return [];
        }

        foreach (var listing in missing) session.Events.Append(listing.Id, listing.Version + 1, new Withdrawn(now));
        session.QueueSqlCommand(
            $"insert into {ImportWithdrawnTable.Name} (import_id, listing_id) select ?, unnest(?::uuid[])", import.Id, missing.Select(l => l.Id).ToArray());
        session.Events.Append(import.Id, import.Version + 1, new MissingWithdrawn(missing.Count));
        return [new ListingsEnded([.. missing.Select(l => l.Ended(ListingEnd.Withdrawn, now))]), new WithdrawMissing(import.Id, message.Round + 1)];
    }
}
