using Npgsql;
using Souq.Mail.Posting;

namespace Souq.Mail.Operating;

/// <summary>Counts letters: days that are over once, and again while letters can still come back; today whenever it is asked for.</summary>
public sealed class PostCounter(NpgsqlDataSource database, LedgerTables tables)
{
    private const string Today = "(now() at time zone 'Africa/Algiers')::date";

    private const string Counting =
        """
        select (first_at at time zone 'Africa/Algiers')::date as day, kind, coalesce(domain, '') as domain, count(*) as letters,
          count(*) filter (where state = 'accepted') as accepted,
          count(*) filter (where state = 'refused') as refused,
          count(*) filter (where state = 'unclear' or (state = 'sending' and last_at < now() - interval '10 minutes')) as unknown,
          count(*) filter (where state = 'postponed' or (state = 'sending' and last_at >= now() - interval '10 minutes')) as waiting,
          count(*) filter (where returned in ('hard', 'soft')) as bounced,
          count(*) filter (where returned = 'complaint') as complained
        from mail.letters
        """;

    public async Task<PostNumbers> Read(int days, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await CountPast($"coalesce((select max(day) + 1 from mail.days), {Today} - 400)", cancellation);
        await using var command = database.CreateCommand(
            $"""
            select {Today}, null, null, 0, 0, 0, 0, 0, 0, 0
            union all select d.day, d.kind, d.domain, d.letters, d.accepted, d.refused, d.unknown, d.waiting, d.bounced, d.complained
              from mail.days d where d.day > {Today} - $1 and d.day < {Today}
            union all {Counting} where first_at >= {Today}::timestamp at time zone 'Africa/Algiers' group by 1, 2, 3
            """);
        LetterLedger.Add(command, days);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<LetterCount> counts = [];
        var today = default(DateOnly);
        while (await reader.ReadAsync(cancellation))
        {
            if (await reader.IsDBNullAsync(1, cancellation)) today = reader.GetFieldValue<DateOnly>(0);
            else
                counts.Add(new(
                    reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5),
                    reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9)));
        }

        return new PostNumbers([.. Enumerable.Range(1 - days, days).Select(today.AddDays)], counts);
    }

    /// <summary>Counts the last days anew, and forgets letters so old that nothing can become of them.</summary>
    public async Task Tidy(CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await CountPast($"{Today} - 10", cancellation);
        await using var command = database.CreateCommand(
            """
            delete from mail.letters where key in (select key from mail.letters where first_at < now() - interval '400 days' order by first_at limit 200000);
            delete from mail.buckets where at < now() - interval '1 day';
            delete from mail.acts where at < now() - interval '3 years';
            """);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task CountPast(string from, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            insert into mail.days as d (day, kind, domain, letters, accepted, refused, unknown, waiting, bounced, complained)
            {Counting}
            where first_at >= ({from})::timestamp at time zone 'Africa/Algiers' and first_at < {Today}::timestamp at time zone 'Africa/Algiers'
            group by 1, 2, 3
            on conflict (day, kind, domain) do update set letters = excluded.letters, accepted = excluded.accepted, refused = excluded.refused,
              unknown = excluded.unknown, waiting = excluded.waiting, bounced = excluded.bounced, complained = excluded.complained
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>The clock has ticked, once a night.</summary>
public sealed record TidyPost;

public static class TidyPostHandler
{
    public static Task Handle(TidyPost command, PostCounter counter, CancellationToken cancellation) => counter.Tidy(cancellation);
}
