using System.Diagnostics;
using JasperFx;
using Marten;

namespace Souq.Benchmarks;

/// <summary>How fast Marten alone writes on this machine: 500 streams of three events in a session, one session after the other, nothing that follows.</summary>
internal static class BatchAppend
{
    /// <summary>Events a second on the machine on which the goal of seeding was set: here the goal is as far from what Marten does as it was there.</summary>
    public const double Known = 21_600;

    private const int Streams = 500;

    /// <returns>Events a second.</returns>
    public static async Task<double> Run(string connection, TimeSpan time)
    {
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(connection);
            options.DatabaseSchemaName = "batch";
            options.AutoCreateSchemaObjects = AutoCreate.All;
            options.DisableNpgsqlLogging = true;
        });
        // The first makes the tables, and compiles what the others run.
        for (var i = 0; i < 20; i++) await Append(store);
        var (clock, events) = (Stopwatch.StartNew(), 0L);
        while (clock.Elapsed < time) events += await Append(store);
        return events / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> Append(DocumentStore store)
    {
        await using var session = store.LightweightSession();
        for (var i = 0; i < Streams; i++) session.Events.StartStream(Guid.CreateVersion7(), new Written(1, "first"), new Written(2, "second"), new Written(3, "third"));
        await session.SaveChangesAsync();
        return Streams * 3;
    }

    private sealed record Written(int Number, string Word);
}
