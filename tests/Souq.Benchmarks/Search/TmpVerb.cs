using System.Diagnostics;
using Souq.Catalog;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Importing;
using Souq.Listings.Seeding;

namespace Souq.Benchmarks.Search;

internal static class TmpVerb
{
    public static Task<int> Run(string[] args)
    {
        var catalog = ShippedCatalog.Load();
        var made = new MadeAdverts(catalog, 1, DateTimeOffset.UtcNow, TimeSpan.FromDays(60), new Dictionary<string, IReadOnlyList<ListingPhoto>>());
        for (var round = 0; round < 3; round++)
        {
            var w = Stopwatch.StartNew();
            var rows = Enumerable.Range(0, 5000).Select(i => made.Row(i, "x")).ToArray();
            Console.WriteLine($"rows {w.ElapsedMilliseconds}"); w.Restart();
            var contents = rows.Select(r => RowContent.Read(r, catalog).Content).ToArray();
            Console.WriteLine($"read {w.ElapsedMilliseconds}"); w.Restart();
            var lines = rows.Select(r => DecidedLine.Of(r, Guid.NewGuid(), null, new ImportListings(Guid.Empty, [], true), () => 1, catalog, DateTimeOffset.UtcNow)).ToArray();
            Console.WriteLine($"decide {w.ElapsedMilliseconds}"); w.Restart();
            var words = contents.Where(c => c is not null).Select(c => SearchWords.Of(c!, catalog)).ToArray();
            Console.WriteLine($"words {w.ElapsedMilliseconds} {words.Average(x => x.Length)}"); w.Restart();
            var folded = contents.Where(c => c is not null).Select(c => ArabicText.Fold(c!.Description)).ToArray();
            Console.WriteLine($"fold {w.ElapsedMilliseconds}"); w.Restart();
        }
        return Task.FromResult(0);
    }
}
