using Npgsql;

namespace Souq.Host;

/// <summary>Structured logs on the console; traces of requests, messages and SQL for whoever listens (OTEL_* settings).</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) builder.Logging.ClearProviders().AddJsonConsole(o => o.UseUtcTimestamp = true);
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("Wolverine", "Marten").AddNpgsql());
    }
}
