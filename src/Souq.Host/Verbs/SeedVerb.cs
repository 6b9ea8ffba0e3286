using System.Diagnostics;
using System.Globalization;
using Souq.Host.Demo;

namespace Souq.Host.Verbs;

/// <summary>Fills an empty market with made adverts, by the hundred thousand, for trials and measurements; never in Production.</summary>
internal static class SeedVerb
{
    public const string Usage = "seed --adverts N [--seed S] [--days D] [--sellers P]   made adverts of the last D days (60), of P people (2,000), for trials";

    public static async Task<int> Run(string[] args)
    {
        if (Arguments.Read(args) is not { } given)
        {
            await Console.Error.WriteLineAsync("usage: " + Usage);
            return 2;
        }

        return await VerbHost.Run((services, cancellation) => Seed(given, services, cancellation));
    }

    private static async Task<int> Seed(Arguments given, IServiceProvider services, CancellationToken cancellation)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            await Console.Error.WriteLineAsync("Made adverts have no place in Production.");
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        var clock = Stopwatch.StartNew();
        var done = await MadeMarket.Fill(scope.ServiceProvider, given.Adverts, given.Seed, given.Days, given.Sellers, new Line<long>(count =>
            string.Create(CultureInfo.InvariantCulture, $"\r{count} adverts, {count / clock.Elapsed.TotalSeconds:0} a second ")), cancellation);
        Console.Error.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} adverts in {clock.Elapsed.TotalSeconds:0.0} s: {done / clock.Elapsed.TotalSeconds:0} a second."));
        return 0;
    }

    /// <summary>Progress on one line, at once and in order.</summary>
    private sealed class Line<T>(Func<T, string> say) : IProgress<T>
    {
        public void Report(T value) => Console.Error.Write(say(value));
    }

    private sealed record Arguments(int Adverts, int Seed, int Days, int Sellers)
    {
        public static Arguments? Read(string[] args)
        {
            var given = new Arguments(0, 1, 60, 2_000);
            for (var i = 0; i + 1 < args.Length; i += 2)
            {
                if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 10_000_000) return null;
                switch (args[i])
                {
                    case "--adverts": given = given with { Adverts = number }; break;
                    case "--seed": given = given with { Seed = number }; break;
                    case "--days" when number is > 0 and < 1000: given = given with { Days = number }; break;
                    case "--sellers" when number > 0: given = given with { Sellers = number }; break;
                    default: return null;
                }
            }

            return args.Length % 2 == 0 && given.Adverts > 0 ? given : null;
        }
    }
}
