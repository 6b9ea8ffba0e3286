using JasperFx.Core;
using JasperFx.Resources;
using Marten;
using Npgsql;
using Souq.EventStore;
using Souq.Listings.Browsing;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Persistence;

namespace Souq.Host;

/// <summary>Marten and Wolverine: one connection pool, one outbox, a store per module, durable queues between them.</summary>
internal static class CritterStack
{
    /// <summary>
    /// Key of the connections on which Wolverine keeps its books: which message is handled, which node is alive. Facts and the messages that
    /// follow from them are written by the transactions of the modules, not here. A note lost with the machine is written again, and PostgreSQL
    /// never keeps a later note while losing an earlier one: nobody waits for the disk (build/adr/0011).
    /// </summary>
    private const string Bookkeeping = "bookkeeping";

    /// <summary>
    /// Every question of the search is written so that one plan is right for all values (build/adr/0012): planned once, never by reading the
    /// whole table, and given up by the server too when it takes too long.
    /// </summary>
    private const string SearchSettings = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off -c statement_timeout=6000";

    public static void AddCritterStack(this WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddSingleton(provider => Source(provider, connectionString, keepsState: true));
        builder.Services.AddKeyedSingleton(ModuleStore.Source, (provider, _) => Source(provider, connectionString, keepsState: false));
        builder.Services.AddKeyedSingleton(Bookkeeping, (provider, _) => Source(provider, connectionString, keepsState: true, "-c synchronous_commit=off"));
        builder.Services.AddKeyedSingleton(SearchReader.Source, (provider, _) => Source(provider, connectionString, keepsState: false, SearchSettings));
        // The main store holds nothing of the market; it carries the message storage all modules share.
        builder.Services.AddMarten(provider =>
            {
                var options = new StoreOptions { DatabaseSchemaName = "shared", DisableNpgsqlLogging = true };
                options.Connection(provider.GetRequiredKeyedService<NpgsqlDataSource>(Bookkeeping));
                return options;
            })
            .UseLightweightSessions()
            // Wolverine decides which node runs which projection, of all stores. Marten's own way is a transaction that stays open while a node
            // leads, and PostgreSQL could then tidy away no dead row of any table (build/adr/0011).
            .IntegrateWithWolverine(marten => marten.UseWolverineManagedEventSubscriptionDistribution = true);

        var modules = Modules.Of(builder.Services);
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(Program).Assembly;
            foreach (var module in modules)
            {
                options.Discovery.IncludeAssembly(module.Assembly);
                options.Policies.UseAncillaryStorageFromAssembly(module.Store, module.Assembly);
            }

            options.Durability.MessageStorageSchemaName = "wolverine";
            options.Durability.MessageIdentity = MessageIdentity.IdAndDestination;
            // It counts the whole table of messages every few seconds, for meters nobody reads here.
            options.Durability.DurabilityMetricsEnabled = false;
            // A node that was killed is found out, and what it did is taken over, within moments: projections stand still until then.
            options.Durability.FirstHealthCheckExecution = 500.Milliseconds();
            options.Durability.HealthCheckPollingTime = 2.Seconds();
            options.Durability.CheckAssignmentPeriod = 5.Seconds();
            options.Durability.StaleNodeTimeout = 10.Seconds();
            // What waits for its moment, such as a decision that can be taken back, does not wait much longer.
            options.Durability.ScheduledJobPollingTime = 1.Seconds();
            options.Durability.Mode = builder.Configuration.GetValue("Souq:Durability", DurabilityMode.Balanced);
            options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
            options.EntityDefaults.OnMissing = OnMissing.ThrowException;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Policies.OnException<JasperFx.ConcurrencyException>()
                .RetryWithCooldown(50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());
            options.Policies.OnException<NpgsqlException>(e => e.IsTransient)
                .RetryWithCooldown(100.Milliseconds(), 500.Milliseconds(), 2.Seconds());
        });
        builder.Services.AddResourceSetupOnStartup();
    }

    /// <param name="keepsState">
    /// Users of a connection may leave something in its session, such as a lock, that is cleared before the next one. Marten's sessions
    /// never do, and spare themselves the clearing.
    /// </param>
    /// <param name="settings">Of every session, as PostgreSQL's options.</param>
    private static NpgsqlDataSource Source(IServiceProvider provider, string connectionString, bool keepsState, string? settings = null)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
        if (settings is not null) source.ConnectionStringBuilder.Options = $"{source.ConnectionStringBuilder.Options} {settings}".Trim();
        // The market asks the same few hundred questions all day: planned once per connection. It also spares the DISCARD ALL between two
        // users of a connection, after which PostgreSQL would compile Marten's functions anew (build/adr/0009).
        source.ConnectionStringBuilder.MaxAutoPrepare = 100;
        source.ConnectionStringBuilder.AutoPrepareMinUsages = 3;
        source.ConnectionStringBuilder.NoResetOnClose = !keepsState;
        return source.Build();
    }
}
