using JasperFx.Core;
using Marten;
using Npgsql;

namespace Souq.EventStore;

/// <summary>What a newer program keeps is made of what an older one wrote: on one node at a time, and only where something is missing.</summary>
public static class Backfill
{
    /// <summary>For the chain of a message that fills: others are stopped after a minute.</summary>
    public const int Longest = 3600;

    /// <param name="hold">Number of the advisory lock.</param>
    /// <param name="missing">SQL that says whether anything is.</param>
    /// <exception cref="OperationCanceledException">It took longer than an hour.</exception>
    public static async Task Run<TProjection>(IDocumentStore store, NpgsqlDataSource database, long hold, string missing, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var held = new NpgsqlCommand($"select pg_try_advisory_xact_lock({hold})", connection, transaction))
            if (await held.ExecuteScalarAsync(cancellation) is not true) return;
        // On a connection of its own: who has looked at a table within a transaction keeps others from emptying it.
        await using (var asked = database.CreateCommand(missing))
            if (await asked.ExecuteScalarAsync(cancellation) is not true) return;
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync<TProjection>(Longest.Seconds(), cancellation);
    }
}
