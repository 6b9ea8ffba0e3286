using Souq.EventStore;

namespace Souq.Host.Verbs;

/// <summary>The market's services without its web server, on the same database: what a verb works with.</summary>
internal static class VerbHost
{
    public static async Task<int> Run(Func<IServiceProvider, CancellationToken, Task<int>> work)
    {
        var builder = Market.Builder([]);
        builder.Configuration["Souq:Clock"] = "false";
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var database = await Database.Open(builder.Configuration, builder.Environment);
        using var turn = await StartingOneAtATime.Take(database.ConnectionString);
        Market.AddServices(builder, database.ConnectionString);
        await JoinedEvents.Make(database.ConnectionString, Modules.Of(builder.Services).Select(m => m.Schema));
        await using var app = builder.Build();
        await app.StartAsync();
        turn.Dispose();
        try
        {
            return await work(app.Services, app.Lifetime.ApplicationStopping);
        }
        finally
        {
            await app.StopAsync();
        }
    }
}
