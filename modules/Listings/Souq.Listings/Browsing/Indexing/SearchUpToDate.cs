using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>
/// A new version of the program may fold words or tag adverts otherwise than the one that filled the search table: then it is built anew, once for
/// all nodes, while searches go on with the old.
/// </summary>
public sealed partial class SearchUpToDate(SearchRebuild rebuild, NpgsqlDataSource source, IHostApplicationLifetime life, ILogger<SearchUpToDate> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The tables are there once the program has started.
        var started = new TaskCompletionSource();
        await using var once = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            if (!await IsOld(stoppingToken)) return;
            Begins(log, SearchRow.Version);
            if (await rebuild.Run(cancellation: stoppingToken) is { } rows) Ended(log, rows);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The old table goes on answering; a market that closes for it would be worse. The next start tries again.
            Failed(log, e);
        }
    }

    private async Task<bool> IsOld(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select exists (select 1 from {SearchTable.Name} where text_version <> {SearchRow.Version})");
        command.CommandTimeout = 60;
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search table is not of version {Version}: it is built anew beside itself")]
    private static partial void Begins(ILogger log, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search table could not be built anew; the old one goes on answering")]
    private static partial void Failed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search table was built anew: {Rows} adverts")]
    private static partial void Ended(ILogger log, long rows);
}
