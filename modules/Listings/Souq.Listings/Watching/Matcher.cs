using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Watching;

/// <summary>
/// Holds every advert that is new, cheaper or renewed against the searches people keep, once (build/adr/0018). It follows the projection of the search
/// table and reads the rows written there, so that what is matched and what is found are the same; what it finds is written with how far it came, in
/// the order of the events. Any number of nodes may try at once: who comes second with a page writes nothing.
/// </summary>
public sealed class Matcher(NpgsqlDataSource source, ICatalog catalog, TimeProvider time) : IDisposable
{
    /// <summary>Adverts held against the searches at a time.</summary>
    private const int Page = 500;

    /// <summary>A later revision is no news unless it is cheaper, nor is a price that rose.</summary>
    private const string News = """
        select e.seq_id, e.stream_id from listings.mt_events e
        where e.seq_id > $1 and e.seq_id <= $2 and (
          e.type = 'published' and (e.data ->> 'first' = 'true' or e.data ->> 'was' is not null) or e.type = 'price_changed' and e.data ->> 'was' is not null
          or e.type in ('renewed', 'bumped', 'reopened', 'shown_again'))
        order by e.seq_id limit $3
        """;

    private readonly SemaphoreSlim turn = new(1, 1);
    private WatchIndex? index;
    private string since = "0";

    /// <summary>Up to what the search table knows now.</summary>
    /// <returns>How many adverts were held against the searches.</returns>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var held = 0;
            while (await Step(cancellation) is { } some) held += some;
            return held;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <returns><c>null</c> when there is nothing left to do.</returns>
    private async Task<int?> Step(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var (from, to, kept) = await Places(connection, cancellation);
        if (from is null)
        {
            // What was on the market before anybody could keep a search is no news.
            await Run(connection, $"insert into {MatchingTable.Name} (id, reached) values (1, $1) on conflict do nothing", cancellation, to);
            return null;
        }

        if (from >= to) return null;
        if (!kept)
        {
            await Run(connection, $"update {MatchingTable.Name} set reached = $1 where id = 1 and reached = $2", cancellation, to, from);
            return null;
        }

        await Refresh(connection, cancellation);
        var came = await Came(connection, from.Value, to, cancellation);
        var until = came.Count < Page ? to : came[^1].Seq;
        var found = await Find(connection, came, cancellation);
        var fresh = await Fresh(connection, cancellation);
        found.AddRange(await CatchUp(connection, fresh, until, cancellation));
        return await Write(connection, from.Value, until, found, [.. fresh.Select(f => f.No)], cancellation) ? came.Count : null;
    }

    private static async Task<(long? From, long To, bool Kept)> Places(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select (select reached from {MatchingTable.Name} where id = 1), coalesce((select last_seq_id from listings.mt_event_progression where name = 'search:All'), 0),
              exists (select from {WatchTable.Name} where not released)
            """, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.IsDBNull(0) ? null : row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2));
    }

    /// <summary>What changed among the searches since; all of them, with another catalog.</summary>
    private async Task Refresh(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var snapshot = catalog.Current;
        if (index?.Catalog != snapshot.Version) (index, since) = (new WatchIndex(snapshot, await TermWeights.Read(source, cancellation)), "0");
        // Whoever commits later than this snapshot has a number that is not below its smallest running one.
        await using var command = new NpgsqlCommand(
            $"select pg_snapshot_xmin(pg_current_snapshot())::text, no, query, released from (select 1) one left join {WatchTable.Name} on changed >= $1::xid8", connection);
        command.Parameters.Add(new() { Value = since, NpgsqlDbType = NpgsqlDbType.Text });
        command.CommandTimeout = 600;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var now = time.GetUtcNow();
        while (await row.ReadAsync(cancellation))
        {
            since = row.GetString(0);
            if (row.IsDBNull(1)) continue;
            if (row.GetBoolean(3)) index.Remove(row.GetInt32(1));
            else if (index[row.GetInt32(1)] is null) index.Add(row.GetInt32(1), row.GetString(2), now);
        }
    }

    private static async Task<List<(long Seq, Guid Listing)>> Came(NpgsqlConnection connection, long from, long to, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(News, connection) { Parameters = { new() { Value = from }, new() { Value = to }, new() { Value = Page } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var came = new List<(long, Guid)>();
        while (await row.ReadAsync(cancellation)) came.Add((row.GetInt64(0), row.GetGuid(1)));
        return came;
    }

    private async Task<List<(long Seq, Guid Listing, int[] Searches)>> Find(NpgsqlConnection connection, List<(long Seq, Guid Listing)> came, CancellationToken cancellation)
    {
        var found = new List<(long, Guid, int[])>();
        if (came.Count == 0) return found;
        var seqs = came.GroupBy(c => c.Listing).ToDictionary(g => g.Key, g => g.Max(c => c.Seq));
        await using var command = new NpgsqlCommand($"select {ComingAdvert.Columns} from {SearchTable.Name} s where s.id = any($1) and s.available", connection);
        command.Parameters.Add(new() { Value = seqs.Keys.ToArray() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var now = time.GetUtcNow();
        while (await row.ReadAsync(cancellation))
        {
            var advert = new ComingAdvert(row, index!.Terms);
            if (index.Match(advert, now) is { Length: > 0 } searches) found.Add((seqs[advert.Id], advert.Id, searches));
        }

        return found;
    }

    private static async Task<List<(int No, DateTimeOffset KeptAt)>> Fresh(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select no, kept_at from {WatchTable.Name} where fresh", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var fresh = new List<(int, DateTimeOffset)>();
        while (await row.ReadAsync(cancellation)) fresh.Add((row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1)));
        return fresh;
    }

    /// <summary>What came to the market since new searches were kept, before they stood where adverts are held against them.</summary>
    private async Task<List<(long Seq, Guid Listing, int[] Searches)>> CatchUp(
        NpgsqlConnection connection, List<(int No, DateTimeOffset KeptAt)> fresh, long until, CancellationToken cancellation)
    {
        var found = new List<(long, Guid, int[])>();
        if (fresh.Count == 0) return found;
        await using var command = new NpgsqlCommand($"select {ComingAdvert.Columns} from {SearchTable.Name} s where s.available and s.listed_at >= $1", connection);
        command.Parameters.Add(new() { Value = fresh.Min(f => f.KeptAt) });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var now = time.GetUtcNow();
        while (await row.ReadAsync(cancellation))
        {
            var advert = new ComingAdvert(row, index!.Terms);
            int[] searches = [.. fresh.Where(f => advert.ListedAt >= f.KeptAt && index[f.No]?.IsMetBy(advert, now) == true).Select(f => f.No).Order()];
            if (searches.Length > 0) found.Add((until, advert.Id, searches));
        }

        return found;
    }

    /// <returns>False when another node was faster: then nothing is written.</returns>
    private async Task<bool> Write(
        NpgsqlConnection connection, long from, long until, List<(long Seq, Guid Listing, int[] Searches)> found, int[] fresh, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Run(connection, $"update {MatchingTable.Name} set reached = $1 where id = 1 and reached = $2", cancellation, until, from) == 0) return false;
        // Where somebody has set the place back, the same is found again.
        await Run(connection, $"delete from {FindTable.Name} where seq > $1", cancellation, from);
        if (fresh.Length > 0) await Run(connection, $"update {WatchTable.Name} set fresh = false where no = any($1)", cancellation, fresh);
        if (found.Count > 0)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"copy {FindTable.Name} (seq, listing, searches, found_at) from stdin binary", cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            // An advert that was caught up with may have come with the last event as well.
            foreach (var one in found.GroupBy(f => (f.Seq, f.Listing)))
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(one.Key.Seq, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(one.Key.Listing, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(MemoryMarshal.AsBytes<int>(one.SelectMany(f => f.Searches).Distinct().Order().ToArray()).ToArray(), NpgsqlDbType.Bytea, cancellation);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task<int> Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
