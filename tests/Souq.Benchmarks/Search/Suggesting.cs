using System.Diagnostics;
using Souq.Listings.Suggesting;

namespace Souq.Benchmarks.Search;

/// <summary>What is offered while a search is typed.</summary>
internal static class Suggesting
{
    private static readonly string[] Begun = ["cl", "gol", "peu", "208", "sam", "iph", "ren", "par", "voit", "تو", "كلي", "سام", "شق", "هات", "وهر", "alge", "ora", "ter", "can", "dus"];

    /// <returns>Milliseconds under which 95 of a hundred answers come.</returns>
    public static async Task<double> Measure(BenchMarket market)
    {
        await market.Commands.Send(new RefreshVocabulary());
        await using var served = await ServedMarket.Start(market, "Souq.Benchmarks.dll", "serve");
        var waits = new List<double>();
        for (var i = 0; i < 1_500; i++)
        {
            var clock = Stopwatch.StartNew();
            var said = await served.Client.GetStringAsync(new Uri($"/suggestions?q={Uri.EscapeDataString(Begun[i % Begun.Length])}&x={i}", UriKind.Relative));
            if (i >= 500) waits.Add(clock.Elapsed.TotalMilliseconds);
            if (i == 1_499 && said.Length < 10) throw new InvalidOperationException("Nothing is suggested: " + said);
        }

        waits.Sort();
        return waits[(int)(waits.Count * 0.95)];
    }
}
