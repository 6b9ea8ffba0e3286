using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Souq.Benchmarks.Search;

namespace Souq.Benchmarks.Digests;

/// <summary>Readers who come at a steady pace whatever else happens, as on a market that is not full: how long they wait.</summary>
internal sealed class PagesMeanwhile(HttpClient client, AskedPages asked, IReadOnlyList<long> numbers)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Kinds = ["section", "section and wilaya", "words", "advert"];

    /// <returns>The 50th and the 99th of a hundred, in milliseconds, the 99th of each kind of page, and when the slowest came.</returns>
    public async Task<(double Median, double Slowest, string ByKind, string Moments)> Watch(CancellationToken until)
    {
        var (waits, going, turn, begun) = (new ConcurrentBag<(int Kind, double Wait, double At, string Path)>(), new List<Task>(), 0, Stopwatch.StartNew());
        using var pace = new PeriodicTimer(Pace);
        try
        {
            while (await pace.WaitForNextTickAsync(until)) going.Add(Ask(turn++ % 4, waits, begun));
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }

        await Task.WhenAll(going);
        return (At(waits, 50), At(waits, 99), string.Join(", ", Kinds.Select((name, kind) => string.Create(CultureInfo.InvariantCulture, $"{name} {At(waits.Where(w => w.Kind == kind), 99):0}"))),
            string.Join(", ", waits.OrderByDescending(w => w.Wait).Take(waits.Count / 100).GroupBy(w => (int)w.At).OrderBy(g => g.Key)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} s: {string.Join(' ', g.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Path} {w.Wait:0}")))}"))));
    }

    private static double At(IEnumerable<(int Kind, double Wait, double At, string Path)> waits, int ofHundred)
    {
        var sorted = waits.Select(w => w.Wait).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * ofHundred / 100)];
    }

    private async Task Ask(int kind, ConcurrentBag<(int Kind, double Wait, double At, string Path)> waits, Stopwatch begun)
    {
        var path = kind switch { 0 => asked.InSection(), 1 => asked.InWilaya(), 2 => asked.Worded(), _ => asked.Advert(numbers) };
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        waits.Add((kind, clock.Elapsed.TotalMilliseconds, begun.Elapsed.TotalSeconds, path));
    }
}
