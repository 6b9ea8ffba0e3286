using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Souq.Catalog.Loading;

/// <summary>Loads the catalog before the host takes requests, then follows what other nodes and people change.</summary>
public sealed partial class CatalogLoader(CatalogKeeper keeper, CatalogCache cache, TimeProvider time, ILogger<CatalogLoader> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);
    private readonly PeriodicTimer timer = new(Pace, time);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var written = await keeper.TakeDelivery(cancellationToken);
        await keeper.Refresh(cancellationToken);
        LogLoaded(cache.Current.Version, written);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keeper.Refresh(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
        }
    }

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [LoggerMessage(LogLevel.Information, "Catalog version {Version} is loaded; the delivery changed {Written} pieces of it")]
    private partial void LogLoaded(long version, int written);

    [LoggerMessage(LogLevel.Warning, "The catalog could not be read again; the one in memory stays in use")]
    private partial void LogFailed(Exception exception);
}
