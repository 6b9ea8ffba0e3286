using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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
    private const int Batch = 1_000;

    /// <summary>Batches that are written at a time.</summary>
    private const int Writers = 2;

    /// <summary>Rows that were written, to be filled anew: each has grown to some megabytes.</summary>
    private readonly ConcurrentBag<CopyRows> spare = [];

    /// <param name="rows">Without a row of the same ref and seller twice, and none that is there already.</param>
    /// <param name="announce">Tells the other modules.</param>
    /// <param name="many">
    /// Indexes, but for the keys of the adverts, and the constraint on events are taken away and made at the end, which for hundreds of thousands of
    /// adverts spares a third of the work. Who is stopped on the way finds them made anew at the next start.
    /// </param>
    /// <param name="reduced">The price an advert has come down to since, in dinars.</param>
    /// <returns>How many there are now; rows the rules refuse are left out.</returns>
    public async Task<long> Run(
        IEnumerable<(Guid Seller, ImportRow Row)> rows, Func<ListingsPublished, ValueTask> announce, Func<ImportRow, Listing, long?>? reduced = null, bool many = false, IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var decided = Channel.CreateBounded<Part>(1);
        var deciding = Task.Run(async () =>
        {
            try
            {
                await foreach (var part in Decide(rows, reduced, cancellation)) await decided.Writer.WriteAsync(part, cancellation);
                decided.Writer.Complete();
            }
            catch (Exception e)
            {
                decided.Writer.Complete(e);
            }
        }, cancellation);

        var (done, forgotten) = (0L, (IReadOnlyList<string>)[]);
        try
        {
            // The first batch alone: with it the store looks whether its tables and indexes are there.
            if (await decided.Reader.WaitToReadAsync(cancellation) && decided.Reader.TryRead(out var first)) await Take(first, cancellation);
            if (many) forgotten = await Forget(cancellation);
            await Parallel.ForEachAsync(decided.Reader.ReadAllAsync(cancellation), new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellation },
                async (part, cancel) => await Take(part, cancel));
        }
        finally
        {
            await Make(forgotten, CancellationToken.None);
        }

        await deciding;
        return done;

        async Task Take(Part part, CancellationToken cancel)
        {
            await Write(part, cancel);
            await announce(new ListingsPublished(part.Facts));
            var reached = Interlocked.Add(ref done, part.Facts.Count);
            progress?.Report(reached);
        }
    }

    private async IAsyncEnumerable<Part> Decide(
        IEnumerable<(Guid Seller, ImportRow Row)> rows, Func<ImportRow, Listing, long?>? reduced, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var row = rows.GetEnumerator();
        for (var more = row.MoveNext(); more;)
        {
            var (free, snapshot, now) = (await numbers.Next(Batch, cancellation), catalog.Current, time.GetUtcNow());
            var part = new Part(spare.TryTake(out var empty) ? empty : new CopyRows());
            for (var i = 0; i < Batch && more; i++, more = row.MoveNext()) Decide(row.Current.Seller, row.Current.Row, free[i], reduced, snapshot, now, part);
            yield return part;
        }
    }

    private void Decide(Guid seller, ImportRow given, long number, Func<ImportRow, Listing, long?>? reduced, CatalogSnapshot snapshot, DateTimeOffset now, Part part)
    {
        var line = DecidedLine.Of(given, ImportListingsHandler.ListingId(seller, given.Ref), null, new ImportListings(seller, [], Publish: true), () => number, snapshot, now);
        if (line.Fate != LineFate.New) return;
        var (listing, events) = (line.Listing!, line.Events.ToList());
        var row = SearchRow.Of(listing.Id, events.OfType<Published>().Single(), snapshot);
        if (reduced?.Invoke(given, listing) is { } dinars && listing.Public?.Price is { } price && Lower(listing, price with { Dinars = dinars }, now) is { } lower)
        {
            events.Add(lower);
            listing = listing.Apply(lower);
            row = row with { Price = lower.Price.Dinars, Was = lower.Was, DroppedAt = lower.At };
        }

        // As bytes: what is kept until it is written is little, and what it was made of is gone at once.
        row.Copy(part.Rows);
        part.Facts.Add(line.Facts.OfType<ListingPublished>().Single() with { Price = listing.Public!.Price! });
        part.Listings.Add(listing with { Version = events.Count });
        var stream = StreamAction.Start((IEventRegistry)store.Options.Events, listing.Id, [.. events]);
        stream.AggregateType = typeof(Listing);
        part.Streams.Add(stream);
    }

    /// <summary>Half-way between its first day and now.</summary>
    private static PriceChanged? Lower(Listing listing, Price price, DateTimeOffset now)
    {
        var at = listing.PublishedAt!.Value + (now - listing.PublishedAt.Value) / 2;
        return ChangePriceHandler.DropFrom(listing, listing.Public!, price, at) is { } was ? new PriceChanged(price, was, at) : null;
    }

    private async Task Write(Part part, CancellationToken cancellation)
    {
        // Rows to search first: a projection that runs meanwhile then finds them and changes nothing.
        await using (var connection = await source.OpenConnectionAsync(cancellation))
            await SearchCopy.Write(connection, SearchTable.Name, part.Rows, cancellation);
        part.Rows.Clear();
        spare.Add(part.Rows);
        await Task.WhenAll(
            store.BulkInsertEventsAsync(part.Streams, Batch, cancellation),
            store.BulkInsertAsync(part.Listings, BulkInsertMode.InsertsOnly, Batch, cancellation));
    }

    /// <summary>What is looked after with each row: that each event is of a stream, and indexes but for the keys that keep an advert from being there twice.</summary>
    /// <returns>How they are made.</returns>
    private async Task<IReadOnlyList<string>> Forget(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var (drop, made) = (new StringBuilder(), new List<string>());
        await using (var known = new NpgsqlCommand(
            """
            select format('drop index listings.%I', indexname), replace(indexdef, ' INDEX ', ' index if not exists ') from pg_indexes
            where schemaname = 'listings' and (tablename in ('search', 'mt_doc_listing') and indexdef not like 'CREATE UNIQUE%' or indexname = 'pk_mt_events_stream_and_version')
            union all
            select format('alter table listings.mt_events drop constraint %I', conname), format('alter table listings.mt_events add constraint %I %s', conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid = 'listings.mt_events'::regclass and contype = 'f'
            """, connection))
        await using (var row = await known.ExecuteReaderAsync(cancellation))
            while (await row.ReadAsync(cancellation))
            {
                drop.Append(row.GetString(0)).Append(';');
                made.Add(row.GetString(1));
            }

        await using var command = new NpgsqlCommand(drop.ToString(), connection);
        await command.ExecuteNonQueryAsync(cancellation);
        return made;
    }

    /// <summary>The index of the words, which takes as long as all else, beside the others. In little memory: in a large tree of words it is lost time to find each.</summary>
    private Task Make(IReadOnlyList<string> forgotten, CancellationToken cancellation) => Task.WhenAll(forgotten
        .GroupBy(i => i.Contains(" gin ", StringComparison.OrdinalIgnoreCase))
        .Select(async some =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var command = new NpgsqlCommand($"set maintenance_work_mem = '64MB'; {string.Join("; ", some)}", connection) { CommandTimeout = 0 };
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

    /// <summary>Adverts that are decided together and written together.</summary>
    private sealed record Part(CopyRows Rows)
    {
        public List<StreamAction> Streams { get; } = new(Batch);

        public List<Listing> Listings { get; } = new(Batch);

        public List<ListingPublished> Facts { get; } = new(Batch);
    }
}
