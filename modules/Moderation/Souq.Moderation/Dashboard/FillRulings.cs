using Npgsql;
using Souq.EventStore;
using Souq.Moderation.Opening;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Dashboard;

/// <summary>Sent by the clock: a market that decided before there was such a table, or before it told kinds and people apart, counts what it decided.</summary>
public sealed record FillRulings;

public static class FillRulingsHandler
{
    private const string Missing = $"""
        select (not exists (select from {RulingsTable.Name}) and exists (select from moderation.mt_doc_decision))
          or (not exists (select from {RulingsTable.Name} where kind = '{SubjectKinds.Person}') and exists (select from moderation.mt_doc_personfile where data -> 'sanctions' <> '[]'))
          or (not exists (select from {RulingsTable.Name} where kind is not null) and exists (select from moderation.mt_doc_decision where data ->> 'kind' is not null))
        """;

    public static void Configure(HandlerChain chain) => chain.ExecutionTimeoutInSeconds = Backfill.Longest;

    public static Task Handle(FillRulings command, IModerationStore store, NpgsqlDataSource database, CancellationToken cancellation) =>
        Backfill.Run<RulingsProjection>(store, database, hold: 7265, Missing, cancellation);
}
