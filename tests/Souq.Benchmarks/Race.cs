using System.Diagnostics;

namespace Souq.Benchmarks;

/// <summary>Two ways of the same work, run in turns so that whatever else the machine does meets both alike; medians are compared.</summary>
internal static class Race
{
    /// <returns>Median milliseconds of either.</returns>
    public static async Task<(double Ours, double Theirs)> Run(int rounds, Func<Task> ours, Func<Task> theirs)
    {
        await ours();
        await theirs();
        var (ourTimes, theirTimes) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            if (i % 2 == 0) ourTimes[i] = await Time(ours);
            theirTimes[i] = await Time(theirs);
            if (i % 2 == 1) ourTimes[i] = await Time(ours);
        }

        return (Median(ourTimes), Median(theirTimes));
    }

    public static double Median(double[] times)
    {
        Array.Sort(times);
        return (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }
}
