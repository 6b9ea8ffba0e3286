using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Souq.Host;

namespace Souq.Benchmarks.Search;

/// <summary>Serves the market as the program does, with pages beside it that are fed from constants; its clock ticks when another process says so.</summary>
internal static class ServeVerb
{
    public static Task<int> Run(string[] args) => Market.Run(args, services =>
    {
        services.AddSingleton(new PagesOf(typeof(ServeVerb).Assembly));
        services.AddHangfireServer(server => server.WorkerCount = 1);
    });
}
