using JasperFx.Core;
using Npgsql;
using Souq.Moderation.Opening;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Dashboard;

/// <summary>Sent by the clock: a market that decided before there was such a table, or before it told kinds and people apart, counts what it decided.</summary>
public sealed record FillRulings;

public static class FillRulingsHandler
{
    public static void Configure(HandlerChain chain) => chain.ExecutionTimeoutInSeconds = 3600;

    public static async Task Handle(FillRulings command, IModerationStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        // One node at a time, and only where something is missing.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var hold = new NpgsqlCommand("select pg_try_advisory_xact_lock(7265)", connection, transaction))
            if (await hold.ExecuteScalarAsync(cancellation) is not true) return;
        await using (var empty = new NpgsqlCommand(
            $"""
            select (not exists (select from {RulingsTable.Name}) and exists (select from moderation.mt_doc_decision))
              or (not exists (select from {RulingsTable.Name} where kind = '{SubjectKinds.Person}') and exists (select from moderation.mt_doc_personfile where data -> 'sanctions' <> '[]'))
              or (not exists (select from {RulingsTable.Name} where kind is not null) and exists (select from moderation.mt_doc_decision where data ->> 'kind' is not null))
            """,
            connection, transaction))
            if (await empty.ExecuteScalarAsync(cancellation) is not true) return;
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync<RulingsProjection>(1.Hours(), cancellation);
    }
}
