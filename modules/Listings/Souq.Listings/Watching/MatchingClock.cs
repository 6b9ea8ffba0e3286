using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Souq.Listings.Watching;

/// <summary>Lets the <see cref="Matcher"/> catch up with the market, a few times a second.</summary>
public sealed partial class MatchingClock(Matcher matcher, IHostApplicationLifetime life, ILogger<MatchingClock> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The tables are there once the program has started.
        var started = new TaskCompletionSource();
        await using var once = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pace;
            try
            {
                await matcher.CatchUp(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away; what was not written is found again.
                Failed(log, e);
                pause = Rest;
            }

            await Task.Delay(pause, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Adverts could not be held against the kept searches; it is tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
