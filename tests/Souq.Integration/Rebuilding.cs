using Alba;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Integration;

/// <summary>Projections made anew from their events, while the program's own daemon stands still: two at the same projection wait for each other.</summary>
public static class Rebuilding
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="store">Marker interface of a module's store.</param>
    public static async Task Rebuild(this IAlbaHost host, Type store)
    {
        var documents = (IDocumentStore)host.Services.GetRequiredService(store);
        var running = (IProjectionCoordinator)host.Services.GetRequiredService(
            typeof(Marten.Events.Daemon.Coordination.IProjectionCoordinator<>).MakeGenericType(store));
        // A page it is in the middle of would be counted on after the pause.
        var projections = ((DocumentStore)documents).Options.Projections.All;
        if (projections.Any(p => p.Lifecycle == ProjectionLifecycle.Async) && (await documents.Advanced.FetchEventStoreStatistics()).EventCount > 0)
            await documents.WaitForNonStaleProjectionDataAsync(Patience);
        await running.PauseAsync();
        using (var daemon = await documents.BuildProjectionDaemonAsync())
            foreach (var projection in projections)
                await Rebuild(daemon, projection.Name);
        await running.ResumeAsync();
    }

    /// <summary>On a slow machine the pause gives up waiting for a page that is being written; once that is done the projection is rebuilt again.</summary>
    private static async Task Rebuild(IProjectionDaemon daemon, string projection)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await daemon.RebuildProjectionAsync(projection, TestContext.Current.CancellationToken);
                return;
            }
            catch (ProgressionProgressOutOfOrderException) when (attempt < 3)
            {
            }
    }
}
