using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>
/// How fast letters go to a receiving domain: one bucket of tokens a domain in PostgreSQL, for all nodes. A node takes a second's worth at
/// a time and nobody waits for the disk: tokens lost in a crash are lost letters of no one.
/// </summary>
public sealed class DomainRates(NpgsqlDataSource database, LedgerTables tables, IOptions<SmtpOptions> options)
{
    private readonly ConcurrentDictionary<string, Purse> purses = new();

    private int PerMinute(string domain) =>
        options.Value.Rates.TryGetValue(domain, out var rate) || options.Value.Rates.TryGetValue("default", out rate) ? rate : 0;

    /// <summary>Nothing when a letter may go now; else how long to wait before asking again.</summary>
    public async Task<TimeSpan> Take(string domain, CancellationToken cancellation)
    {
        var rate = PerMinute(domain);
        if (rate == 0) return TimeSpan.Zero;
        var purse = purses.GetOrAdd(domain, _ => new Purse());
        await purse.Hand.WaitAsync(cancellation);
        try
        {
            if (purse.Tokens == 0 && purse.Wait() is { Ticks: > 0 } wait) return wait;
            if (purse.Tokens == 0) purse.Tokens = await Draw(domain, rate, cancellation);
            if (purse.Tokens > 0)
            {
                purse.Tokens--;
                return TimeSpan.Zero;
            }

            return purse.Empty(TimeSpan.FromMinutes(1.0 / rate));
        }
        finally
        {
            purse.Hand.Release();
        }
    }

    /// <summary>The domain has asked for patience: nothing goes there for a minute.</summary>
    public async Task Cool(string domain, CancellationToken cancellation)
    {
        if (PerMinute(domain) is not (> 0 and var rate)) return;
        await using var command = database.CreateCommand(
            """
            insert into mail.buckets as b (domain, tokens, at, given) values ($1, -$2, clock_timestamp(), 0)
            on conflict (domain) do update set tokens = -$2, at = clock_timestamp()
            """);
        LetterLedger.Add(command, domain, (double)rate);
        await command.ExecuteNonQueryAsync(cancellation);
        if (purses.TryGetValue(domain, out var purse)) purse.Tokens = 0;
    }

    private async Task<int> Draw(string domain, int rate, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand(
            """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            insert into mail.buckets as b (domain, tokens, at, given)
            select $1, 0, clock_timestamp(), $3 from quick
            on conflict (domain) do update set
              given = least($3, greatest(0, floor(least($3, b.tokens + $2 * extract(epoch from clock_timestamp() - b.at)))))::int,
              tokens = least($3, b.tokens + $2 * extract(epoch from clock_timestamp() - b.at))
                - least($3, greatest(0, floor(least($3, b.tokens + $2 * extract(epoch from clock_timestamp() - b.at))))),
              at = clock_timestamp()
            returning given
            """);
        LetterLedger.Add(command, domain, rate / 60.0, Math.Max(1, rate / 60));
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private sealed class Purse
    {
        private long until;

        public SemaphoreSlim Hand { get; } = new(1, 1);

        public int Tokens { get; set; }

        public TimeSpan Wait() => Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), until);

        public TimeSpan Empty(TimeSpan wait)
        {
            until = Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency);
            return wait;
        }
    }
}
