using Npgsql;
using NpgsqlTypes;

namespace Souq.Digests.Sending;

/// <summary>A subscription whose moment has come.</summary>
/// <param name="Covered">Up to where it has been told.</param>
public sealed record DueRow(Guid Subscription, Guid Subscriber, Guid Search, DateTimeOffset NextAt, long Covered);

/// <summary>Whom to look at.</summary>
/// <param name="Issue">The id of the row that says whose letter it is; <c>null</c> when it is somebody else's, or written already.</param>
public sealed record Picked(Guid Subscriber, string Period, Guid? Issue);

/// <summary>The tables of what is due and of what was issued, as those who write letters use them: many rows a statement.</summary>
public sealed class DigestBook(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Takes subscribers that are due and that nobody else has in hand. The row of subscriber and period decides, on whichever node.</summary>
    /// <param name="until">Up to where their letters tell what was found.</param>
    public async Task<IReadOnlyList<Picked>> Take(DateTimeOffset now, long until, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            with picked as (
              select subscriber, to_char(max(next_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as period from (
                select subscriber, next_at from digests.due d
                where next_at <= $1
                  and not exists (select from digests.issued i where i.subscriber = d.subscriber and i.state = 'open')
                  and not exists (select from digests.issued i where i.subscriber = d.subscriber and i.state = 'postponed' and i.closed_at > $3)
                order by next_at, subscriber limit $2
                -- Two who take at once take others: waiting for each other they would end with a clash of the index that allows one open row.
                for update of d skip locked) d
              group by subscriber),
            taken as (
              insert into digests.issued as i (subscriber, period, id, state, opened_at, until)
              select subscriber, period, gen_random_uuid(), 'open', $3, $4 from picked order by subscriber
              on conflict (subscriber, period) do update set state = 'open', opened_at = $3, until = $4 where i.state = 'postponed'
              returning subscriber, id)
            select subscriber, period, taken.id from picked left join taken using (subscriber)
            """);
        Add(command, now.ToUniversalTime(), most, time.GetUtcNow(), until);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Picked> picked = [];
        while (await reader.ReadAsync(cancellation))
            picked.Add(new Picked(reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetGuid(2)));
        return picked;
    }

    public Task<IReadOnlyList<DueRow>> Due(IReadOnlyCollection<Guid> subscribers, DateTimeOffset now, CancellationToken cancellation) => Rows(
        "select subscription, subscriber, search, next_at, covered from digests.due where subscriber = any($1) and next_at <= $2", cancellation,
        subscribers.ToArray(), now.ToUniversalTime());

    /// <summary>All that one subscriber hears of, whether it is due or not.</summary>
    public Task<IReadOnlyList<DueRow>> Of(Guid subscriber, CancellationToken cancellation) => Rows(
        "select subscription, subscriber, search, case when next_at = 'infinity' then '9999-01-01'::timestamptz else next_at end, covered from digests.due where subscriber = $1",
        cancellation, subscriber);

    /// <summary>Of those who were picked and not taken, the ones whose letter of this moment is written: they are due again by mistake.</summary>
    public async Task<IReadOnlyList<Guid>> Written(IReadOnlyList<Picked> others, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select i.subscriber from digests.issued i join unnest($1::uuid[], $2::text[]) o(subscriber, period)
            on i.subscriber = o.subscriber and i.period = o.period where i.state <> 'open'
            """);
        Add(command, others.Select(o => o.Subscriber).ToArray(), others.Select(o => o.Period).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Guid> written = [];
        while (await reader.ReadAsync(cancellation)) written.Add(reader.GetGuid(0));
        return written;
    }

    /// <summary>Rows that lead to nobody, or to nothing.</summary>
    public async Task Drop(IReadOnlyCollection<Guid> subscriptions, CancellationToken cancellation)
    {
        if (subscriptions.Count == 0) return;
        await using var command = database.CreateCommand("delete from digests.due where subscription = any($1)");
        Add(command, subscriptions.ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Which of these pairs have been told.</summary>
    public async Task<ILookup<Guid, Guid>> Told(IReadOnlyCollection<(Guid Subscriber, Guid Listing)> pairs, CancellationToken cancellation)
    {
        List<(Guid Subscriber, Guid Listing)> told = [];
        if (pairs.Count > 0)
        {
            await using var command = database.CreateCommand(
                "select t.subscriber, t.listing from unnest($1::uuid[], $2::uuid[]) p(subscriber, listing) join digests.told t using (subscriber, listing)");
            Add(command, pairs.Select(p => p.Subscriber).ToArray(), pairs.Select(p => p.Listing).ToArray());
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) told.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return told.ToLookup(t => t.Subscriber, t => t.Listing);
    }

    private async Task<IReadOnlyList<DueRow>> Rows(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        Add(command, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<DueRow> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(new DueRow(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt64(4)));
        return rows;
    }

    internal static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(Parameter(value));
    }

    internal static NpgsqlParameter Parameter(object value) => value is string?[] texts
        ? new NpgsqlParameter { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }
        : new NpgsqlParameter { Value = value };
}
