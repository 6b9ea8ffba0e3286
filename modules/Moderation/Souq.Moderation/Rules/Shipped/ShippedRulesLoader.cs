using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Souq.Web.Commands;

namespace Souq.Moderation.Rules.Shipped;

/// <summary>Asks for the shipped rules once the program has started; without them the market goes on.</summary>
public sealed partial class ShippedRulesLoader(CommandSender sender, IConfiguration configuration, IHostApplicationLifetime life, ILogger<ShippedRulesLoader> log) : BackgroundService
{
    /// <summary>Of the configuration: <c>false</c> where an operator wants none of them, or a test its own.</summary>
    public const string Setting = "Souq:ShippedRules";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue(Setting, true)) return;
        var started = new TaskCompletionSource();
        await using var once = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await sender.Send(new LoadShippedRules(), stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The shipped rules could not be loaded; the next start tries again")]
    private static partial void Failed(ILogger log, Exception e);
}
