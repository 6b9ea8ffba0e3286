using Npgsql;
using OpenTelemetry;

namespace Souq.Host;

/// <summary>
/// Structured logs on the console; traces of messages and SQL are sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where. Without it
/// nothing is traced: every statement would be written down for nobody.
/// </summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) builder.Logging.ClearProviders().AddJsonConsole(o => o.UseUtcTimestamp = true);
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("Wolverine", "Marten").AddNpgsql()).UseOtlpExporter();
    }
}
