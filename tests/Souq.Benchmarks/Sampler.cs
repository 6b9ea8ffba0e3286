using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Souq.Benchmarks;

/// <summary>Where PostgreSQL's time goes: looks twenty times a second at what it is doing.</summary>
internal sealed partial class Sampler : IAsyncDisposable
{
    private readonly Dictionary<string, int> seen = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task looking;
    private int looks;

    public Sampler(string connection) => looking = Look(connection);

    /// <summary>The statements it was busiest with, each with how many of them ran on average.</summary>
    public IEnumerable<string> Busiest(int count) => seen.OrderByDescending(s => s.Value).Take(count)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"  {(double)s.Value / Math.Max(1, looks),5:0.00}  {s.Key}"));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await looking;
        stop.Dispose();
    }

    private async Task Look(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var open = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("""
            select coalesce(nullif(query, ''), backend_type), wait_event_type || ' ' || wait_event
            from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()
            """, open);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!stop.IsCancellationRequested)
        {
            await using (var row = await command.ExecuteReaderAsync())
                while (await row.ReadAsync())
                {
                    var text = Space().Replace(Value().Replace(row.GetString(0), "?"), " ");
                    var key = (row.IsDBNull(1) ? "" : $"[{row.GetString(1)}] ") + text[..Math.Min(110, text.Length)];
                    seen[key] = seen.GetValueOrDefault(key) + 1;
                }

            looks++;
            await pace.WaitForNextTickAsync();
        }
    }

    [GeneratedRegex(@"'[^']*'|\$\d+|\d+")]
    private static partial Regex Value();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
