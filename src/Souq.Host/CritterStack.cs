using JasperFx.Core;
using JasperFx.Resources;
using Marten;
using Npgsql;
using Souq.EventStore;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Persistence;

namespace Souq.Host;

/// <summary>Marten and Wolverine: one connection pool, one outbox, a store per module, durable queues between them.</summary>
internal static class CritterStack
{
    public static void AddCritterStack(this WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddSingleton(provider => Source(provider, connectionString, keepsState: true));
        builder.Services.AddKeyedSingleton(ModuleStore.Source, (provider, _) => Source(provider, connectionString, keepsState: false));
        // The main store holds nothing of the market; it carries the message storage all modules share.
        builder.Services.AddMarten(options =>
            {
                options.DatabaseSchemaName = "shared";
                options.DisableNpgsqlLogging = true;
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine();

        Module[] modules = [.. builder.Services.Select(s => s.ImplementationInstance).OfType<Module>()];
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
    private static NpgsqlDataSource Source(IServiceProvider provider, string connectionString, bool keepsState)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
        // The market asks the same few hundred questions all day: planned once per connection. It also spares the DISCARD ALL between two
        // users of a connection, after which PostgreSQL would compile Marten's functions anew (build/adr/0009).
        source.ConnectionStringBuilder.MaxAutoPrepare = 100;
        source.ConnectionStringBuilder.AutoPrepareMinUsages = 3;
        source.ConnectionStringBuilder.NoResetOnClose = !keepsState;
        return source.Build();
    }
}
