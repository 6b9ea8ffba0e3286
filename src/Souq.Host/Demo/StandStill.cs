using Marten;
using Marten.Events;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace Souq.Host.Demo;

/// <summary>
/// A store whose projections stand still until this is disposed of. Who shares them out among the nodes is told: what is only stopped, it starts
/// again within seconds.
/// </summary>
internal sealed class StandStill : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IAgentRuntime agents;
    private readonly Uri[] paused;

    private StandStill(IAgentRuntime agents, Uri[] paused) => (this.agents, this.paused) = (agents, paused);

    /// <exception cref="InvalidOperationException">They run on another node.</exception>
    public static async Task<StandStill> Of<TStore>(IServiceProvider services, CancellationToken cancellation) where TStore : IDocumentStore
    {
        var (store, agents) = (services.GetRequiredService<TStore>(), services.GetRequiredService<IWolverineRuntime>().Agents);
        var many = ((DocumentStore)(IDocumentStore)store).Options.Projections.AllShards().Count;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var until = TimeProvider.System.GetUtcNow() + Patience;
        Uri[] theirs;
        // A node that has just started is given its projections within moments.
        while ((theirs = [.. agents.AllRunningAgentUris().Where(a => IsOf(a, typeof(TStore)))]).Length < many)
        {
            if (TimeProvider.System.GetUtcNow() > until) throw new InvalidOperationException("The projections run on another node: stop it first.");
            await pace.WaitForNextTickAsync(cancellation);
        }

        if ((await store.Advanced.FetchEventStoreStatistics(token: cancellation)).EventCount > 0) await store.WaitForNonStaleProjectionDataAsync(Patience);
        await Tell(agents, theirs, AgentRestrictionType.Paused, cancellation);
        return new StandStill(agents, theirs);
    }

    public async ValueTask DisposeAsync() => await Tell(agents, paused, AgentRestrictionType.None, CancellationToken.None);

    /// <summary>
    /// Lets go what a process that was killed has left standing still. While the market serves already, and once that process is known to be gone: who
    /// shares out would wait minutes for its answer.
    /// </summary>
    internal sealed class LetGo(IServiceProvider services) : BackgroundService
    {
        /// <summary>A node says every two seconds that it is there; one that is silent for so long is gone, and is taken off the list soon: see <see cref="CritterStack"/>.</summary>
        private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var runtime = services.GetRequiredService<IWolverineRuntime>();
            Uri[] left = [.. (await runtime.Storage.Nodes.LoadNodeAgentStateAsync(stoppingToken)).Restrictions.FindPausedAgentUris()];
            if (left.Length == 0) return;
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
            do await pace.WaitForNextTickAsync(stoppingToken);
            while ((await runtime.Storage.Nodes.LoadAllNodesAsync(stoppingToken)).Any(n => TimeProvider.System.GetUtcNow() - n.LastHealthCheck > Silence));
            await Tell(runtime.Agents, left, AgentRestrictionType.None, stoppingToken);
        }
    }

    private static bool IsOf(Uri agent, Type store) =>
        agent.Scheme == EventSubscriptionAgentFamily.SchemeName && agent.Segments.Any(s => s.TrimEnd('/').Equals(store.Name, StringComparison.OrdinalIgnoreCase));

    private static Task Tell(IAgentRuntime agents, Uri[] which, AgentRestrictionType type, CancellationToken cancellation)
    {
        var restrictions = new AgentRestrictions { Current = [.. which.Select(a => new AgentRestriction(Guid.CreateVersion7(), a, type, 0))] };
        return agents.ApplyRestrictionsAsync(restrictions, cancellation);
    }
}
