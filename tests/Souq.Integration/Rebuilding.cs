using Alba;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Integration;

/// <summary>Projections made anew from their events, while the program's own daemon stands still: two at the same projection wait for each other.</summary>
public static class Rebuilding
{
    /// <param name="store">Marker interface of a module's store.</param>
    public static async Task Rebuild(this IAlbaHost host, Type store)
    {
        var documents = (IDocumentStore)host.Services.GetRequiredService(store);
        var running = (IProjectionCoordinator)host.Services.GetRequiredService(
            typeof(Marten.Events.Daemon.Coordination.IProjectionCoordinator<>).MakeGenericType(store));
        await running.PauseAsync();
        using (var daemon = await documents.BuildProjectionDaemonAsync())
            foreach (var projection in ((DocumentStore)documents).Options.Projections.All)
                await daemon.RebuildProjectionAsync(projection.Name, TestContext.Current.CancellationToken);
        await running.ResumeAsync();
    }
}
