using System.Reflection;
using System.Text.Encodings.Web;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Weasel.Core;
using Wolverine.Marten;

namespace Souq.EventStore;

/// <summary>The conventions every module's store shares.</summary>
public static class ModuleStore
{
    /// <summary>Key of the connections that stores use; where none is registered they use the common ones.</summary>
    public const string Source = "stores";

    /// <summary>
    /// How full, in hundredths, the pages of a document are that changes often without what is indexed: its next version finds room beside it, and no
    /// index is touched.
    /// </summary>
    public const int Room = 75;

    /// <summary>Registers a module: its own Marten store in its own schema, on the one connection pool, inside the one outbox.</summary>
    public static IServiceCollection AddModuleStore<TStore>(
        this IServiceCollection services, string schema, Assembly assembly, Action<StoreOptions> configure)
        where TStore : class, IDocumentStore =>
        services.AddModuleStore<TStore>(schema, assembly, (_, options) => configure(options));

    /// <summary>The same, for a module whose projections need services.</summary>
    public static IServiceCollection AddModuleStore<TStore>(
        this IServiceCollection services, string schema, Assembly assembly, Action<IServiceProvider, StoreOptions> configure)
        where TStore : class, IDocumentStore
    {
        services.AddSingleton(new Module(schema, assembly, typeof(TStore)));
        services.AddMartenStore<TStore>(provider =>
            {
                var options = new StoreOptions();
                options.Connection(provider.GetKeyedService<NpgsqlDataSource>(Source) ?? provider.GetRequiredService<NpgsqlDataSource>());
                options.DatabaseSchemaName = schema;
                // Arabic as itself: escaped, every letter is six bytes on the way to the database.
                options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase,
                    json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
                options.Events.StreamIdentity = StreamIdentity.AsGuid;
                options.Events.UseMandatoryStreamTypeDeclaration = true;
                options.Events.MetadataConfig.HeadersEnabled = true;
                // One clock for what an event says and when it was written.
                options.Events.TimeProvider = provider.GetRequiredService<TimeProvider>();
                // What is published is to be found within a second; by itself an idle daemon looks once a second.
                options.Projections.FastPollingTime = TimeSpan.FromMilliseconds(100);
                options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(200);
                // A projection that cannot apply an event must stop and be seen, not skip it and be wrong.
                options.Projections.Errors.SkipApplyErrors = false;
                options.Projections.Errors.SkipSerializationErrors = false;
                options.Projections.Errors.SkipUnknownEvents = false;
                options.DisableNpgsqlLogging = true;
                configure(provider, options);
                return options;
            })
            .IntegrateWithWolverine();
        return services;
    }
}
