using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Souq.Listings.Counting;

/// <summary>Writes the views every few seconds and once more at the end; every day it forgets who saw what before.</summary>
public sealed partial class ViewWriter(ViewCounter counter, NpgsqlDataSource database, TimeProvider time, ILogger<ViewWriter> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private DateOnly tidied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Write(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Write(CancellationToken.None);
        }
    }

    private async Task Write(CancellationToken cancellation)
    {
        try
        {
            await counter.Flush(cancellation);
            var today = Counts.Day(time.GetUtcNow());
            if (tidied == today) return;
            await Tidy(today, cancellation);
            tidied = today;
        }
        catch (NpgsqlException failure)
        {
            Failed(log, failure);
        }
    }

    /// <summary>Rows that tell visitors apart go after two days, the ids of counted facts after a month.</summary>
    public async Task Tidy(DateOnly today, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        foreach (var (sql, before) in new[]
        {
            ($"delete from {SeenTable.Name} where day < $1", today.AddDays(-1)),
            ("delete from listings.daily_secrets where day < $1", today),
            ($"delete from {CountedTable.Name} where day < $1", today.AddDays(-30)),
        })
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = before } } });
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The views of the last seconds could not be written and are not counted")]
    private static partial void Failed(ILogger log, Exception failure);
}
