using System.Collections.Concurrent;
using System.Diagnostics;
using Souq.Benchmarks.Search;

namespace Souq.Benchmarks.Digests;

/// <summary>Readers who come at a steady pace whatever else happens, as on a market that is not full: how long they wait.</summary>
internal sealed class PagesMeanwhile(HttpClient client, AskedPages asked, IReadOnlyList<long> numbers)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <returns>The 50th and the 99th of a hundred, in milliseconds, and how many there were.</returns>
    public async Task<(double Median, double Slowest, int Count)> Watch(CancellationToken until)
    {
        var (waits, going, turn) = (new ConcurrentBag<double>(), new List<Task>(), 0);
        using var pace = new PeriodicTimer(Pace);
        try
        {
            while (await pace.WaitForNextTickAsync(until)) going.Add(Ask(turn++ % 4, waits));
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }

        await Task.WhenAll(going);
        var sorted = waits.Order().ToList();
        return (sorted[sorted.Count / 2], sorted[Math.Min(sorted.Count - 1, sorted.Count * 99 / 100)], sorted.Count);
    }

    private async Task Ask(int kind, ConcurrentBag<double> waits)
    {
        var path = kind switch { 0 => asked.InSection(), 1 => asked.InWilaya(), 2 => asked.Worded(), _ => asked.Advert(numbers) };
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        waits.Add(clock.Elapsed.TotalMilliseconds);
    }
}
