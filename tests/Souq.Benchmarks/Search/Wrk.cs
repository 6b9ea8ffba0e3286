using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Souq.Benchmarks.Search;

/// <param name="Rate">Requests a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Slowest">The 99th of a hundred, milliseconds.</param>
/// <param name="Bytes">Of an answer, on average.</param>
/// <param name="Bad">Answers that were no pages.</param>
internal sealed record Load(double Rate, double Median, double Slowest, double Bytes, long Bad);

/// <summary>wrk with eight connections and addresses from a list, in turn; more of them than are asked for, so that none repeats.</summary>
internal static partial class Wrk
{
    public static async Task<Load> Run(Uri root, IReadOnlyList<string> paths, int seconds)
    {
        var (list, script) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllLinesAsync(list, paths);
        await File.WriteAllTextAsync(script, $$"""
            local paths, at = {}, 0
            for line in io.lines("{{list}}") do paths[#paths + 1] = line end
            request = function() at = at % #paths + 1; return wrk.format("GET", paths[at], { ["User-Agent"] = "Mozilla/5.0 (Linux; Android 12) Chrome/140 Mobile" }) end
            done = function(summary, latency, requests)
              print(string.format("R %d %d %d %d %f %f", summary.requests, summary.duration, summary.bytes, summary.errors.status, latency:percentile(50), latency:percentile(99)))
            end
            """);
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-t1", "-c8", $"-d{seconds}s", "--timeout", "20s", "-s", script, root.AbsoluteUri }) start.ArgumentList.Add(argument);
        using var run = Process.Start(start)!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        File.Delete(list);
        File.Delete(script);
        var result = Result().Match(said);
        if (!result.Success) throw new InvalidOperationException("wrk said: " + said);
        double At(int i) => double.Parse(result.Groups[i].Value, CultureInfo.InvariantCulture);
        return new Load(At(1) / (At(2) / 1e6), At(5) / 1000, At(6) / 1000, At(3) / Math.Max(1, At(1)), (long)At(4));
    }

    [GeneratedRegex(@"R (\d+) (\d+) (\d+) (\d+) ([\d.]+) ([\d.]+)")]
    private static partial Regex Result();
}
