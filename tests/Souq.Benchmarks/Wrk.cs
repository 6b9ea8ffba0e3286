using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Souq.Benchmarks;

/// <param name="Rate">Requests a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Slowest">The 99th of a hundred, milliseconds.</param>
/// <param name="Bytes">Of an answer, on average.</param>
/// <param name="Bad">Answers that were refusals or faults.</param>
/// <param name="Answers">How many there were.</param>
internal sealed record Load(double Rate, double Median, double Slowest, double Bytes, long Bad, long Answers);

/// <summary>wrk with eight connections: little of the processor goes to who asks.</summary>
internal static partial class Wrk
{
    /// <summary>Addresses from a list, in turn; more of them than are asked for, so that none repeats.</summary>
    public static Task<Load> Run(Uri root, IReadOnlyList<string> paths, int seconds) => Run(root, paths, """
        request = function()
          at = at % #lines + 1
          return wrk.format("GET", lines[at], { ["User-Agent"] = "Mozilla/5.0 (Linux; Android 12) Chrome/140 Mobile" })
        end
        """, seconds);

    /// <param name="lines">What the script finds in <c>lines</c>.</param>
    /// <param name="request">Lua that defines the function of that name; <c>at</c> is a number of its own, zero at first.</param>
    public static async Task<Load> Run(Uri root, IReadOnlyList<string> lines, string request, int seconds)
    {
        var (list, script) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllLinesAsync(list, lines);
        await File.WriteAllTextAsync(script, $$"""
            local lines, at = {}, 0
            for line in io.lines("{{list}}") do lines[#lines + 1] = line end
            {{request}}
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
        return new Load(At(1) / (At(2) / 1e6), At(5) / 1000, At(6) / 1000, At(3) / Math.Max(1, At(1)), (long)At(4), (long)At(1));
    }

    [GeneratedRegex(@"R (\d+) (\d+) (\d+) (\d+) ([\d.]+) ([\d.]+)")]
    private static partial Regex Result();
}
