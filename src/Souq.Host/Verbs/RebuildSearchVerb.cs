using System.Diagnostics;
using System.Globalization;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Host.Verbs;

/// <summary>Builds what searches read anew from the events, while the market goes on answering from the old.</summary>
internal static class RebuildSearchVerb
{
    public const string Usage = "rebuild-search          build the search table anew from the events, beside the one that answers";

    public static async Task<int> Run(string[] args) => args.Length > 0 ? 2 : await VerbHost.Run(async (services, cancellation) =>
    {
        var clock = Stopwatch.StartNew();
        var rows = await services.GetRequiredService<SearchRebuild>().Run(new Line(), cancellation);
        Console.Error.WriteLine();
        Console.WriteLine(rows is null ? "Another rebuild is under way." : string.Create(CultureInfo.InvariantCulture, $"{rows} adverts in {clock.Elapsed.TotalSeconds:0.0} s."));
        return rows is null ? 1 : 0;
    });

    private sealed class Line : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Events} of {value.Of} events "));
    }
}
