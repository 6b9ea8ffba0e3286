using System.Diagnostics;
using System.Globalization;

namespace Souq.Benchmarks;

/// <summary>
/// Processor time of this process and of the PostgreSQL beside it: on a machine that has other things to do it says more than the clock.
/// Linux only; elsewhere PostgreSQL counts zero.
/// </summary>
internal sealed class Cpu
{
    private readonly string folder;
    private readonly double ours, theirs;

    private Cpu(string folder) => (this.folder, ours, theirs) = (folder, Ours(), Theirs(folder));

    public static Cpu Of(BenchMarket market) => new(market.PostgresFolder);

    /// <returns>Milliseconds.</returns>
    public (double Ours, double Theirs) Since() => (Ours() - ours, Theirs(folder) - theirs);

    private static double Ours() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

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
