using JasperFx.Events;
using Marten;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Watching;

/// <summary>
/// Holds every advert that is new, cheaper or renewed against the searches people keep, once: an advert has a few words and tags, each leads to the
/// searches filed under it, and those are asked in full. It reads the rows of the search table in the transaction that writes them, so that what is
/// matched and what is found are the same, and what was found stands in the order of the events (build/adr/0018).
/// </summary>
internal sealed class Matcher(Searches searches)
{
    /// <summary>The words and tags of each advert, alone and in its area, are keys (<see cref="WatchKeys"/>).</summary>
    private static readonly string Match = $"""
        with a as materialized (
          select s.id, s.listed_at, s.dropped_at, s.price, s.commune, s.area, s.attributes, s.words, s.tags, came.seq,
            exists (select from listings.mt_doc_sellerstore store where store.id = s.seller_id) as store
          from unnest(?::uuid[], ?::bigint[]) came(id, seq) join {SearchTable.Name} s on s.id = came.id where s.available),
        met as materialized (
          select distinct a.id, k.search
          from a cross join lateral unnest(tsvector_to_array(a.words) || tsvector_to_array(a.tags) || '{WatchKeys.Any}'::text) t(term)
            cross join lateral (values (0), (a.area)) p(area)
            join {WatchKeyTable.Name} k on k.key = hashtextextended(t.term, p.area))
        insert into {FindTable.Name} (search, listing, seq)
        select w.id, a.id, a.seq from met join a on a.id = met.id join {WatchTable.Name} w on w.id = met.search
        where {Watch.Fits}
        on conflict do nothing
        """;

    /// <summary>What came to the market since new searches were kept, before they stood where adverts are held against them.</summary>
    private static readonly string CatchUp = $"""
        insert into {FindTable.Name} (search, listing, seq)
        select w.id, a.id, ?
        from {WatchTable.Name} w cross join lateral (
          select s.*, exists (select from listings.mt_doc_sellerstore store where store.id = s.seller_id) as store
          from {SearchTable.Name} s where s.available and s.listed_at >= w.kept_at) a
        where w.id = any(?) and {Watch.Fits}
        on conflict do nothing
        """;

    /// <param name="operations">With the changes of the rows before.</param>
    /// <param name="events">In their order.</param>
    public async Task Hold(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        if (events.Count == 0 || !await searches.AreWatched(cancellation)) return;
        await searches.ReadAnew(cancellation);
        if (await searches.Fresh(cancellation) is { Length: > 0 } fresh)
        {
            operations.QueueSqlCommand(CatchUp, events.Max(e => e.Sequence), fresh);
            operations.QueueSqlCommand($"update {WatchTable.Name} set fresh = false where id = any(?)", fresh);
        }

        var came = events.Where(IsNews).GroupBy(e => e.StreamId).Select(g => (Id: g.Key, Seq: g.Max(e => e.Sequence))).ToList();
        if (came.Count > 0) operations.QueueSqlCommand(Match, came.Select(c => c.Id).ToArray(), came.Select(c => c.Seq).ToArray());
    }

    /// <summary>A later revision is no news unless it is cheaper, nor is a price that rose.</summary>
    private static bool IsNews(IEvent e) => e.Data switch
    {
        Published published => published.First || published.Was is not null,
        PriceChanged changed => changed.Was is not null,
        Renewed or Bumped or Reopened or ShownAgain => true,
        _ => false,
    };
}
