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

    public async Task<Waits> Watch(CancellationToken until)
    {
        var (waits, going, turn, begun) = (new ConcurrentBag<Wait>(), new List<Task>(), 0, Stopwatch.StartNew());
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
        var slowest = waits.OrderByDescending(w => w.Milliseconds).Take(waits.Count / 100).GroupBy(w => (int)w.At).OrderBy(g => g.Key);
        return new Waits(
            At(waits, 50), At(waits, 99), string.Join(", ", Kinds.Select((name, kind) => $"{name} {Rounded(At(waits.Where(w => w.Kind == kind), 99))}")),
            string.Join(", ", slowest.Select(second => $"{second.Key} s: {string.Join(' ', second.Select(w => $"{w.Path} {Rounded(w.Milliseconds)}"))}")));
    }

    private static string Rounded(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static double At(IEnumerable<Wait> waits, int ofHundred)
    {
        var sorted = waits.Select(w => w.Milliseconds).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * ofHundred / 100)];
    }

    private async Task Ask(int kind, ConcurrentBag<Wait> waits, Stopwatch begun)
    {
        var path = kind switch { 0 => asked.InSection(), 1 => asked.InWilaya(), 2 => asked.Worded(), _ => asked.Advert(numbers) };
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        waits.Add(new(kind, clock.Elapsed.TotalMilliseconds, begun.Elapsed.TotalSeconds, path));
    }

    /// <param name="At">Seconds since the watch began.</param>
    private sealed record Wait(int Kind, double Milliseconds, double At, string Path);
}

/// <param name="Median">The 50th of a hundred, in milliseconds.</param>
/// <param name="Slowest">The 99th.</param>
/// <param name="ByKind">The 99th of each kind of page.</param>
/// <param name="Moments">When the slowest came.</param>
internal sealed record Waits(double Median, double Slowest, string ByKind, string Moments);
