using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Souq.Benchmarks;

/// <summary>
/// The measure of the machine: PostgreSQL's own pgbench, eight clients, each transaction one stream row and one event of 700 bytes.
/// </summary>
internal static class PgBench
{
    private const string Script = """
        \set n random(1, 1000000000)
        begin;
        insert into bare.streams values (gen_random_uuid(), 1);
        insert into bare.events (stream, version, data) values (gen_random_uuid(), 1, jsonb_build_object('words', repeat('x', 680)));
        commit;
        """;

    /// <returns>Transactions a second, and how they were made.</returns>
    public static async Task<(double Rate, string How)> Run(string connection, TimeSpan time)
    {
        if (Find() is not { } program) return (await BareAppend.Run(connection, time), "Npgsql (no pgbench on this machine)");
        await BareAppend.Run(connection, TimeSpan.Zero);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script);
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture), "-f", script,
            "-h", to.Host!, "-p", to.Port.ToString(CultureInfo.InvariantCulture), "-U", to.Username!, to.Database!,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = to.Password;
        using var run = Process.Start(start)!;
        var (said, wrong) = (await run.StandardOutput.ReadToEndAsync(), await run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        File.Delete(script);
        var rate = said.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("pgbench said: " + wrong);
        return (double.Parse(rate["tps = ".Length..].Split(' ')[0], CultureInfo.InvariantCulture), "pgbench -M prepared");
    }

    private static string? Find() => new[] { "/usr/lib/postgresql" }.Where(Directory.Exists).SelectMany(d => Directory.EnumerateDirectories(d))
        .OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", "pgbench"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(d => Path.Combine(d, "pgbench")))
        .FirstOrDefault(File.Exists);
}
