using System.Diagnostics;
using System.Globalization;

namespace Souq.Benchmarks;

/// <summary>
/// Processor time of this process, of the served program and of the PostgreSQL beside it: on a machine that has other things to do it says more than the clock.
/// Linux only; elsewhere PostgreSQL counts zero.
/// </summary>
internal sealed class Cpu
{
    private readonly string folder;
    private readonly int? served;
    private readonly double ours, theirs;

    private Cpu(string folder, int? served) => (this.folder, this.served, ours, theirs) = (folder, served, Ours(served), Theirs(folder));

    public static Cpu Of(BenchMarket market, ServedMarket? served = null) => new(market.PostgresFolder, served?.ProcessId);

    /// <returns>Milliseconds.</returns>
    public (double Ours, double Theirs) Since() => (Ours(served) - ours, Theirs(folder) - theirs);

    private static double Ours(int? served)
    {
        var here = Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
        if (served is not { } id) return here;
        using var program = Process.GetProcessById(id);
        return here + program.TotalProcessorTime.TotalMilliseconds;
    }

    private static double Theirs(string folder)
    {
        if (!Directory.Exists("/proc") || !File.Exists(Path.Combine(folder, "postmaster.pid"))) return 0;
        var postmaster = File.ReadLines(Path.Combine(folder, "postmaster.pid")).First().Trim();
        var ticks = 0L;
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            try
            {
                // After the name in parentheses: state, parent, …, utime and stime (14th and 15th of all), then those of children that ended.
                var stat = File.ReadAllText(Path.Combine(process, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[1] == postmaster) ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
                if (Path.GetFileName(process) == postmaster) ticks += fields[11..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return ticks * 10.0;
    }
}
