using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Souq.Benchmarks.Search;

/// <summary>How PostgreSQL answers the questions of each page: told by auto_explain in the log of the cluster.</summary>
internal static class Plans
{
    private const string Settings =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_buffers=on "
        + "-c auto_explain.log_timing=off -c auto_explain.log_format=json";

    /// <summary>Tables with fewer rows are read as a whole by right.</summary>
    private const int Small = 1_000;

    /// <summary>The newest matches that are counted, see SearchSample, and one more.</summary>
    private const int Sample = 1_001;

    public static async Task<bool> Measure(BenchMarket market, IReadOnlyList<(string Page, Func<string> Make)> pages)
    {
        await using var served = await ServedMarket.StartWith(market, Settings, [], "Souq.Benchmarks.dll", "serve");
        var good = true;
        foreach (var (page, make) in pages)
        {
            for (var i = 0; i < 10; i++) await served.Client.GetAsync(new Uri(make(), UriKind.Relative));
            var begin = new FileInfo(Log(market)).Length;
            const int Asked = 20;
            for (var i = 0; i < Asked; i++) await served.Client.GetAsync(new Uri(make(), UriKind.Relative));
            await Written(market);
            var seen = Of(market, begin).Where(s => s.Text.Contains("listings.", StringComparison.Ordinal)).ToList();
            var scans = seen.SelectMany(s => s.Scans).Distinct().ToList();
            var sorted = seen.Select(s => s.Sorted).DefaultIfEmpty().Max();
            var worst = seen.MaxBy(s => s.Buffers);
            good &= scans.Count == 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"plans of {page,-17} {(double)seen.Count / Asked:0.0} questions a page, {(double)seen.Sum(s => s.Buffers) / Asked:0} buffers a page, {worst?.Buffers} the most of one; largest sort {sorted} rows{(sorted > Sample ? " (more than a sample)" : "")}; whole tables read: {(scans.Count == 0 ? "none" : string.Join(", ", scans))}"));
            if (worst is not null) Console.WriteLine($"    most: {worst.Shape}; {string.Join(' ', worst.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))[..Math.Min(170, worst.Text.Length)]}");
        }

        return good;
    }

    private static string Log(BenchMarket market) => Path.Combine(market.PostgresFolder, "server.log");

    /// <summary>The log has stopped growing.</summary>
    private static async Task Written(BenchMarket market)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        for (var before = -1L; before != new FileInfo(Log(market)).Length; await pace.WaitForNextTickAsync()) before = new FileInfo(Log(market)).Length;
    }

    private static IEnumerable<Seen> Of(BenchMarket market, long from)
    {
        using var file = new FileStream(Log(market), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = from;
        using var reader = new StreamReader(file);
        StringBuilder? plan = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.EndsWith("plan:", StringComparison.Ordinal)) plan = new StringBuilder();
            else if (plan is not null && line.StartsWith('\t'))
            {
                plan.AppendLine(line);
                if (line != "\t}") continue;
                using var json = JsonDocument.Parse(plan.ToString());
                yield return Seen.Of(json.RootElement);
                plan = null;
            }
            else plan = null;
        }
    }

    /// <param name="Sorted">The most rows that went into one sort.</param>
    /// <param name="Scans">Tables that were read as a whole.</param>
    private sealed record Seen(string Text, string Shape, long Buffers, long Sorted, IReadOnlyList<string> Scans)
    {
        public static Seen Of(JsonElement root)
        {
            var (shape, scans, sorted) = (new List<string>(), new List<string>(), 0L);
            var top = root.GetProperty("Plan");
            Walk(top);
            return new Seen(
                root.GetProperty("Query Text").GetString()!, string.Join(" < ", shape),
                top.GetProperty("Shared Hit Blocks").GetInt64() + top.GetProperty("Shared Read Blocks").GetInt64(), sorted, scans);

            void Walk(JsonElement node)
            {
                var kind = node.GetProperty("Node Type").GetString()!;
                shape.Add(node.TryGetProperty("Index Name", out var index) ? $"{kind} {index}" : kind);
                var below = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().ToList() : [];
                if (kind == "Seq Scan" && Rows(node) + (node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetInt64() : 0) > Small)
                    scans.Add(node.GetProperty("Relation Name").GetString()!);
                if (kind == "Sort") sorted = Math.Max(sorted, below.Sum(Rows));
                foreach (var one in below) Walk(one);
            }
        }

        private static long Rows(JsonElement node) => (long)(node.GetProperty("Actual Rows").GetDouble() * node.GetProperty("Actual Loops").GetDouble());
    }
}
