using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Benchmarks.Search;

/// <summary>The search built anew from all events while it answers, beside rows of the same size copied, made into a vector and indexed by PostgreSQL alone.</summary>
internal static class Rebuilding
{
    private const double Goal = 0.25;
    private const int Copied = 100_000;

    public static async Task<bool> Measure(BenchMarket market)
    {
        var copy = await Copy(market);
        using var done = new CancellationTokenSource();
        var answering = Answer(market, done.Token);
        var clock = Stopwatch.StartNew();
        var rows = await market.Service<SearchRebuild>().Run();
        var rate = rows!.Value / clock.Elapsed.TotalSeconds;
        await done.CancelAsync();
        var waits = await answering;
        waits.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rebuild: {rows} adverts in {clock.Elapsed.TotalSeconds:0.0} s, {rate:0} a second; COPY with a text vector and the same indexes {copy:0} a second: {rate / copy:0.00} (goal {Goal:0.00})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  meanwhile {waits.Count} searches were answered: p50 {waits[waits.Count / 2]:0} ms, p99 {waits[(int)(waits.Count * 0.99)]:0} ms, slowest {waits[^1]:0} ms"));
        return rate >= copy * Goal;
    }

    /// <summary>One search after the other; none may fail or find nothing.</summary>
    private static async Task<List<double>> Answer(BenchMarket market, CancellationToken until)
    {
        var (search, waits) = (market.Service<SearchListings>(), new List<double>());
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!until.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            if ((await search.Find(new SearchQuery(Words: "clio"), CancellationToken.None)).Items.Count == 0) throw new InvalidOperationException("A search found nothing while it was built anew");
            waits.Add(clock.Elapsed.TotalMilliseconds);
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        return waits;
    }

    /// <returns>Rows a second.</returns>
    private static async Task<double> Copy(BenchMarket market)
    {
        await using var connection = await market.Service<NpgsqlDataSource>().OpenConnectionAsync();
        await Execute(connection, "drop schema if exists copied cascade; create schema copied; set synchronous_commit = off; set maintenance_work_mem = '512MB'");
        await Execute(connection, $"create table copied.rows as select s.*, array_to_string(tsvector_to_array(words), ' ') as said from {SearchTable.Name} s limit {Copied}");
        await Execute(connection, $"create table copied.search (like {SearchTable.Name} including defaults); create table copied.staged (like copied.rows)");
        var lines = new List<string>();
        using (var reader = await connection.BeginTextExportAsync("copy copied.rows to stdout"))
            while (await reader.ReadLineAsync() is { } line) lines.Add(line);
        var indexes = new List<string>();
        await using (var known = new NpgsqlCommand("select indexdef from pg_indexes where schemaname = 'listings' and tablename = 'search'", connection))
        await using (var row = await known.ExecuteReaderAsync())
            while (await row.ReadAsync()) indexes.Add(row.GetString(0).Replace($" ON {SearchTable.Name} ", " ON copied.search ", StringComparison.Ordinal));
        var columns = new List<string>();
        await using (var known = new NpgsqlCommand("select column_name::text from information_schema.columns where table_schema = 'copied' and table_name = 'search' order by ordinal_position", connection))
        await using (var row = await known.ExecuteReaderAsync())
            while (await row.ReadAsync()) columns.Add(row.GetString(0));

        var clock = Stopwatch.StartNew();
        await using (var writer = await connection.BeginTextImportAsync("copy copied.staged from stdin"))
            foreach (var line in lines) await writer.WriteLineAsync(line);
        await Execute(connection, $"insert into copied.search ({string.Join(", ", columns)}) select {string.Join(", ", columns.Select(c => c == "words" ? "to_tsvector('simple', said)" : c))} from copied.staged");
        foreach (var index in indexes) await Execute(connection, index);
        var rate = lines.Count / clock.Elapsed.TotalSeconds;
        await Execute(connection, "drop schema copied cascade");
        return rate;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
