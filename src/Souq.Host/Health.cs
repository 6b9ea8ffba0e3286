using System.Globalization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Souq.EventStore;

namespace Souq.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: so do the database, the projections and the queues.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<DaemonCheck>("daemon")
        .AddCheck<QueuesCheck>("queues");

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write });
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description }),
    });

    private sealed class DatabaseCheck(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>Unhealthy when an asynchronous projection is more than <see cref="Allowed"/> events behind its store.</summary>
    private sealed class DaemonCheck(NpgsqlDataSource source, IEnumerable<Module> modules) : IHealthCheck
    {
        private const long Allowed = 20_000;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var behind = new List<string>();
            foreach (var module in modules)
            {
                // A store without asynchronous projections has no such table.
                await using var exists = source.CreateCommand($"select to_regclass('{module.Schema}.mt_event_progression') is not null");
                if (!(bool)(await exists.ExecuteScalarAsync(cancellationToken))!) continue;
                // Projections are called "name:shard". Other rows are the daemon's own notes: one of them says where it once stood before a gap in
                // the numbers of events, for ever.
                await using var command = source.CreateCommand($"""
                    select p.name, (select coalesce(max(seq_id), 0) from {module.Schema}.mt_events) - p.last_seq_id
                    from {module.Schema}.mt_event_progression p where p.name like '%:%' and p.name not like 'HighWater%'
                    """);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    if (reader.GetInt64(1) > Allowed) behind.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)}: {reader.GetInt64(1)} events behind"));
            }

            return behind.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join("; ", behind));
        }
    }

    /// <summary>Degraded while messages that could not be handled lie waiting for a person.</summary>
    private sealed class QueuesCheck(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var command = source.CreateCommand("select count(*) from wolverine.wolverine_dead_letters");
            var dead = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            return dead == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{dead} dead letters");
        }
    }
}
