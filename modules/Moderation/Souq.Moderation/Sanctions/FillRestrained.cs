using JasperFx.Core;
using Npgsql;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Sanctions;

/// <summary>Sent by the clock: a market that decided about people before there was such a list fills it.</summary>
public sealed record FillRestrained;

public static class FillRestrainedHandler
{
    public static void Configure(HandlerChain chain) => chain.ExecutionTimeoutInSeconds = 3600;

    public static async Task Handle(FillRestrained command, IModerationStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        // One node at a time, and only where something is missing.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var hold = new NpgsqlCommand("select pg_try_advisory_xact_lock(7266)", connection, transaction))
            if (await hold.ExecuteScalarAsync(cancellation) is not true) return;
        // On a connection of its own: who has looked at a table within a transaction keeps others from emptying it.
        await using (var missing = database.CreateCommand(
            """
            select not exists (select from moderation.mt_doc_restrained) and exists (
              select from moderation.mt_doc_personfile
              where jsonb_path_exists(data, '$.sanctions[*] ? ((!exists(@.endedAt) || @.endedAt == null) && @.kind != "Warning")'))
            """))
            if (await missing.ExecuteScalarAsync(cancellation) is not true) return;
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync<RestrainedProjection>(1.Hours(), cancellation);
    }
}
