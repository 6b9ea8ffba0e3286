using System.Text;
using System.Threading.Channels;
using JasperFx.Events;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Contracts;
using Souq.Listings.Importing;
using Souq.Listings.Numbers;
using Souq.Listings.Pricing;
using Weasel.Core;

namespace Souq.Listings.Seeding;

/// <summary>
/// Puts made adverts on the market in bulk, for trials and measurements: decided by the rules of every import, and leaving the same events, the
/// same documents, the same rows to search and the same news to the other modules, but written past the session. Only the rules do not look them over:
/// what they say is known. For a market nobody uses yet.
/// </summary>
public sealed class SeedListings(IListingsStore store, NpgsqlDataSource source, ListingNumbers numbers, ICatalog catalog, TimeProvider time)
{
    private const int Batch = 2_000;

    /// <summary>Batches that are written at a time.</summary>
    private const int Writers = 2;

    /// <param name="rows">Without a row of the same ref and seller twice, and none that is there already.</param>
    /// <param name="announce">Tells the other modules.</param>
    /// <param name="many">The indexes of the search and of the adverts, but those that keep twice out, are taken away and made at the end, which for hundreds of thousands of adverts spares a third of the work.</param>
    /// <param name="reduced">The price an advert has come down to since, in dinars.</param>
    /// <returns>How many there are now; rows the rules refuse are left out.</returns>
    public async Task<long> Run(
        IEnumerable<(Guid Seller, ImportRow Row)> rows, Func<ListingsPublished, ValueTask> announce, Func<ImportRow, Listing, long?>? reduced = null, bool many = false, IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var decided = Channel.CreateBounded<IReadOnlyList<Seeded>>(2);
        var deciding = Task.Run(async () =>
        {
            try
            {
                foreach (var chunk in rows.Chunk(Batch)) await decided.Writer.WriteAsync(await Decide(chunk, reduced, cancellation), cancellation);
                decided.Writer.Complete();
            }
            catch (Exception e)
            {
                decided.Writer.Complete(e);
            }
        }, cancellation);

        var (done, indexes) = (0L, (IReadOnlyList<string>)[]);
        try
        {
            // The first batch alone: with it the store looks whether its tables and indexes are there.
            if (await decided.Reader.WaitToReadAsync(cancellation) && decided.Reader.TryRead(out var first)) await Take(first, cancellation);
            if (many) indexes = await ForgetIndexes(cancellation);
            await Parallel.ForEachAsync(decided.Reader.ReadAllAsync(cancellation), new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellation },
                async (batch, cancel) => await Take(batch, cancel));
        }
        finally
        {
            await MakeIndexes(indexes, CancellationToken.None);
        }

        await deciding;
        return done;

        async Task Take(IReadOnlyList<Seeded> batch, CancellationToken cancel)
        {
            await Write(batch, cancel);
            await announce(new ListingsPublished([.. batch.Select(s => s.Fact)]));
            var reached = Interlocked.Add(ref done, batch.Count);
            progress?.Report(reached);
        }
    }

    private async Task<IReadOnlyList<Seeded>> Decide((Guid Seller, ImportRow Row)[] rows, Func<ImportRow, Listing, long?>? reduced, CancellationToken cancellation)
    {
        var (free, snapshot, now) = (await numbers.Next(rows.Length, cancellation), catalog.Current, time.GetUtcNow());
        var seeded = new List<Seeded>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var ((seller, given), number) = (rows[i], free[i]);
            var line = DecidedLine.Of(given, ImportListingsHandler.ListingId(seller, given.Ref), null, new ImportListings(seller, [], Publish: true), () => number, snapshot, now);
            if (line.Fate != LineFate.New) continue;
            var (listing, events) = (line.Listing!, line.Events.ToList());
            if (reduced?.Invoke(given, listing) is { } dinars && listing.Public?.Price is { } price && Lower(listing, price with { Dinars = dinars }, now) is { } lower)
            {
                events.Add(lower);
                listing = listing.Apply(lower);
            }

            var fact = line.Facts.OfType<ListingPublished>().Single() with { Price = listing.Public!.Price! };
            var row = SearchRow.Of(listing.Id, events.OfType<Published>().Single(), snapshot);
            seeded.Add(new Seeded(listing with { Version = events.Count }, events, fact, row, events[^1] as PriceChanged));
        }

        return seeded;
    }

    /// <summary>Half-way between its first day and now.</summary>
    private static PriceChanged? Lower(Listing listing, Price price, DateTimeOffset now)
    {
        var at = listing.PublishedAt!.Value + (now - listing.PublishedAt.Value) / 2;
        return ChangePriceHandler.DropFrom(listing, listing.Public!, price, at) is { } was ? new PriceChanged(price, was, at) : null;
    }

    private async Task Write(IReadOnlyList<Seeded> batch, CancellationToken cancellation)
    {
        // Rows to search first: a projection that runs meanwhile then finds them and changes nothing.
        var lines = new StringBuilder();
        foreach (var one in batch)
            (one.Lower is { } lower ? one.Row with { Price = lower.Price.Dinars, Was = lower.Was, DroppedAt = lower.At } : one.Row).Copy(lines);
        await using (var connection = await source.OpenConnectionAsync(cancellation))
            await SearchCopy.Write(connection, SearchTable.Name, lines, cancellation);
        var registry = (IEventRegistry)store.Options.Events;
        StreamAction[] streams = [.. batch.Select(s =>
        {
            var stream = StreamAction.Start(registry, s.Listing.Id, [.. s.Events]);
            stream.AggregateType = typeof(Listing);
            return stream;
        })];
        await Task.WhenAll(
            store.BulkInsertEventsAsync(streams, Batch, cancellation),
            store.BulkInsertAsync([.. batch.Select(s => s.Listing)], BulkInsertMode.InsertsOnly, Batch, cancellation));
    }

    /// <returns>How the indexes are made.</returns>
    private async Task<IReadOnlyList<string>> ForgetIndexes(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var (names, made) = (new List<string>(), new List<string>());
        await using (var known = new NpgsqlCommand(
            "select indexname, indexdef from pg_indexes where schemaname = 'listings' and tablename in ('search', 'mt_doc_listing') and indexdef not like 'CREATE UNIQUE%'", connection))
        await using (var row = await known.ExecuteReaderAsync(cancellation))
            while (await row.ReadAsync(cancellation))
            {
                names.Add("listings." + row.GetString(0));
                made.Add(row.GetString(1).Replace("CREATE INDEX ", "create index if not exists ", StringComparison.Ordinal));
            }

        await using var drop = new NpgsqlCommand($"drop index {string.Join(", ", names)}", connection);
        await drop.ExecuteNonQueryAsync(cancellation);
        return made;
    }

    /// <summary>That of the words, which takes as long as all others, beside them.</summary>
    private Task MakeIndexes(IReadOnlyList<string> indexes, CancellationToken cancellation) => Task.WhenAll(indexes
        .GroupBy(i => i.Contains(" gin ", StringComparison.OrdinalIgnoreCase))
        .Select(async some =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var command = new NpgsqlCommand($"set maintenance_work_mem = '1GB'; {string.Join("; ", some)}", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation);
        }));

    /// <summary>
    /// The projections, which do not run, have nothing left to do with what is written. One that has never done anything still goes through all of it,
    /// and changes nothing: it writes its place down for the first time then, and would stop for good where somebody else had done so.
    /// </summary>
    public async Task PassOver(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            update listings.mt_event_progression set last_seq_id = greatest(last_seq_id, (select coalesce(max(seq_id), 0) from listings.mt_events)), last_updated = now()
            where name in ('search:All', 'photo-hashes:All', 'prices:All', 'HighWaterMark') and last_seq_id > 0
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Seeded(Listing Listing, IReadOnlyList<object> Events, ListingPublished Fact, SearchRow Row, PriceChanged? Lower);
}
