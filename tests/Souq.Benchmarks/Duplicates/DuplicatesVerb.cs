using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Souq.Listings;
using Souq.Listings.Duplicates;
using Souq.Unit.Listings.Duplicates;

namespace Souq.Benchmarks.Duplicates;

/// <summary>The goal: of a made corpus, precision 0.98 and recall 0.9; and the pictures of others found among a million at once.</summary>
internal static class DuplicatesVerb
{
    private const double Precision = 0.98, Recall = 0.9;

    public static async Task<int> Run(string[] args)
    {
        var corpus = DuplicateCorpus.Make(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300);
        var found = corpus.Same.Count(p => Likeness.IsSame(p.First, p.Second));
        var wrong = corpus.Different.Count(p => Likeness.IsSame(p.First, p.Second));
        var (precision, recall) = ((double)found / (found + wrong), (double)found / corpus.Same.Count);
        Say($"duplicates: precision {precision:0.000}, recall {recall:0.000} ({found} of {corpus.Same.Count} found, {wrong} of {corpus.Different.Count} others taken for one; goals {Precision} and {Recall})");
        Say($"  photos: {corpus.SamePhotos.Count(p => PhotoHash.AreSame(p.First, p.Second))} of {corpus.SamePhotos.Count} altered ones known again, {corpus.DifferentPhotos.Count(p => PhotoHash.AreSame(p.First, p.Second))} of {corpus.DifferentPhotos.Count} others mistaken");
        await AmongMany(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000, corpus);
        return precision >= Precision && recall >= Recall ? 0 : 1;
    }

    private static async Task AmongMany(int count, DuplicateCorpus corpus)
    {
        await using var market = await BenchMarket.Open();
        var dice = new Random(7);
        await using (var connection = await market.Service<NpgsqlDataSource>().OpenConnectionAsync())
        await using (var copy = await connection.BeginBinaryImportAsync($"copy {PhotoHashTable.Name} (listing_id, photo_id, seller_id, number, hash, bands) from stdin (format binary)"))
        {
            for (var i = 0; i < count; i++)
            {
                var hash = (ulong)dice.NextInt64(long.MinValue, long.MaxValue);
                await copy.StartRowAsync();
                await copy.WriteAsync(Guid.CreateVersion7());
                await copy.WriteAsync("p");
                await copy.WriteAsync(Guid.CreateVersion7());
                await copy.WriteAsync((long)i);
                await copy.WriteAsync(new System.Collections.BitArray(BitConverter.GetBytes(hash)), NpgsqlTypes.NpgsqlDbType.Bit);
                await copy.WriteAsync(PhotoHashTable.BandsOf(hash));
            }

            await copy.CompleteAsync();
        }

        await market.Count($"select count(*) from (select 1 from {PhotoHashTable.Name} limit 1) x");
        await using (var analyze = market.Service<NpgsqlDataSource>().CreateCommand($"vacuum analyze {PhotoHashTable.Name}")) await analyze.ExecuteNonQueryAsync();
        var finder = market.Service<DuplicateFinder>();
        var times = new List<double>();
        foreach (var photo in corpus.SamePhotos.Take(100))
        {
            var listing = new Listing { Id = Guid.CreateVersion7(), SellerId = Guid.CreateVersion7(), Written = ListingContent.Empty with { Photos = [new ListingPhoto("x", 1, 1, 0, null, photo.First)] } };
            var clock = Stopwatch.StartNew();
            await finder.OfOthers(listing);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Say($"  others' pictures among {count:#,0}: median {Race.Median([.. times]):0.0} ms a photo, slowest {times.Max():0.0} ms");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
