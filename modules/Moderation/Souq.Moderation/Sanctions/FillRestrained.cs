using Npgsql;
using Souq.EventStore;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Sanctions;

/// <summary>Sent by the clock: a market that decided about people before there was such a list fills it.</summary>
public sealed record FillRestrained;

public static class FillRestrainedHandler
{
    private const string Missing = """
        select not exists (select from moderation.mt_doc_restrained) and exists (
          select from moderation.mt_doc_personfile
          where jsonb_path_exists(data, '$.sanctions[*] ? ((!exists(@.endedAt) || @.endedAt == null) && @.kind != "Warning")'))
        """;

    public static void Configure(HandlerChain chain) => chain.ExecutionTimeoutInSeconds = Backfill.Longest;

    public static Task Handle(FillRestrained command, IModerationStore store, NpgsqlDataSource database, CancellationToken cancellation) =>
        Backfill.Run<RestrainedProjection>(store, database, hold: 7266, Missing, cancellation);
}
