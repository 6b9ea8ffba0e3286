using Npgsql;
using Souq.Digests.Subscribing;

namespace Souq.Digests.Sending;

/// <summary>What one digest tells of: adverts that arrived after <paramref name="From"/>, up to and with <paramref name="Until"/>.</summary>
public sealed record DigestWindow(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// The table <c>digests.issues</c>. A window is fixed before its letter is written, so that a digest tried again tells of the same
/// adverts, and the next one begins where the last that was settled ended, whatever was missed between.
/// </summary>
public sealed class DigestIssues(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Active subscriptions whose digest of this period is not settled; like topics stand together.</summary>
    public async Task<IReadOnlyList<Guid>> Due(DigestPeriod period, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select s.id from digests.mt_doc_digestsubscription s
            where s.data ->> 'status' = 'Active' and s.data ->> 'frequency' = $1 and (s.data ->> 'confirmedAt')::timestamptz < $2
              and not exists (select from digests.issues i where i.subscription = s.id and i.period = $3 and i.state not in ('open', 'posting'))
            order by s.data -> 'topic', s.id
            """);
        Add(command, period.Frequency.ToString(), period.OpensAt, period.Name);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Guid> due = [];
        while (await reader.ReadAsync(cancellation))
            due.Add(reader.GetGuid(0));
        return due;
    }

    /// <summary>The window to tell of; <c>null</c> when this period's digest is settled.</summary>
    public async Task<DigestWindow?> Open(DigestSubscription subscription, DigestPeriod period, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into digests.issues as i (subscription, period, state, covered_from, covered_until)
            select $1, $2, 'open', greatest($3, (select max(covered_until) from digests.issues
              where subscription = $1 and period <> $2 and state <> 'open')), $4
            on conflict (subscription, period) do update set state = i.state
            returning state, covered_from, covered_until
            """);
        Add(command, subscription.Id, period.Name, subscription.ConfirmedAt!.Value, until);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetString(0) is "open" or "posting"
            ? new DigestWindow(reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2))
            : null;
    }

    /// <summary>Nothing new: no letter.</summary>
    public Task Silent(Guid subscription, DigestPeriod period, CancellationToken cancellation) => Close(subscription, period, "silent", 0, cancellation);

    /// <summary>From here on the letter may have gone out.</summary>
    public Task Posting(Guid subscription, DigestPeriod period, int adverts, CancellationToken cancellation) =>
        Close(subscription, period, "posting", adverts, cancellation);

    /// <summary>The letter certainly has not gone out; a later tick tries again.</summary>
    public Task Reopen(Guid subscription, DigestPeriod period) => Close(subscription, period, "open", 0, CancellationToken.None);

    public Task Settle(Guid subscription, DigestPeriod period, string how, int adverts) =>
        Close(subscription, period, how, adverts, CancellationToken.None);

    private async Task Close(Guid subscription, DigestPeriod period, string state, int adverts, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "update digests.issues set state = $3, adverts = $4, closed_at = $5 where subscription = $1 and period = $2");
        Add(command, subscription, period.Name, state, adverts, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
    }
}
