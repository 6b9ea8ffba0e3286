using JasperFx.Events;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>One change of the search table, with <c>?</c> for each value.</summary>
public sealed record RowChange(string Sql, object?[] Values);

/// <summary>What each event of an advert does to its row of a search table; pure, for the table that is asked and for one that is built beside it.</summary>
/// <param name="table">With its schema.</param>
public sealed class SearchRows(ICatalog catalog, string table = SearchTable.Name)
{
    // An older drop is remembered while the price stays or falls, and forgotten once it rises.
    private readonly string kept = $"excluded.was is null and excluded.price <= {table}.price";

    private string Was => $"case when {kept} then {table}.was else excluded.was end";

    private string DroppedAt => $"case when {kept} then {table}.dropped_at else excluded.dropped_at end";

    private string Drop => Share(Was, "excluded.price");

    private string Upsert => $"""
        insert into {table} ({SearchRow.Columns})
        select v.id, v.number, v.seller_id, true, v.listed_at, v.top_section, v.section, v.commune, v.area, v.price_type, v.price, v.price_per, v.was, v.dropped_at,
          {Share("v.was", "v.price")}, v.title, v.folded, v.photo, v.tone, v.photos, v.attributes, v.words,
          array_to_tsvector(v.tags || {SearchTags.Moving("v.listed_at", "v.price", "v.was is not null")}), v.text_version
        from (select ?::uuid as id, ?::bigint as number, ?::uuid as seller_id, ?::timestamptz as listed_at, ?::int as top_section, ?::int as section,
          ?::int as commune, ?::int as area, ?::int as price_type, ?::bigint as price, ?::int as price_per, ?::bigint as was, ?::timestamptz as dropped_at,
          ?::text as title, ?::text as folded, ?::text as photo, ?::int as tone, ?::int as photos, ?::jsonb as attributes, ?::tsvector as words,
          ?::text[] as tags, ?::int as text_version) v
        on conflict (id) do update set available = true, top_section = excluded.top_section, section = excluded.section, commune = excluded.commune,
          area = excluded.area, price_type = excluded.price_type, price = excluded.price, price_per = excluded.price_per, title = excluded.title,
          folded = excluded.folded, photo = excluded.photo, tone = excluded.tone, photos = excluded.photos, attributes = excluded.attributes,
          words = excluded.words, text_version = excluded.text_version, was = {Was}, dropped_at = {DroppedAt}, dropped_by = {Drop},
          tags = ts_delete(excluded.tags, {SearchTags.Moving("excluded.listed_at", "excluded.price", "excluded.was is not null")})
            || array_to_tsvector({SearchTags.Moving(table + ".listed_at", "excluded.price", $"({Was}) is not null")})
        """;

    private string PriceSet => $"""
        update {table} set price_type = ?, price = excluded.price, price_per = ?, was = {Was}, dropped_at = {DroppedAt}, dropped_by = {Drop},
          tags = ts_delete({table}.tags, {Moving}) || array_to_tsvector({SearchTags.Moving(table + ".listed_at", "excluded.price", $"({Was}) is not null")})
        from (select ?::bigint as price, ?::bigint as was, ?::timestamptz as dropped_at) excluded where id = ?
        """;

    private string BumpSet => $"""
        update {table} set listed_at = bumped.at,
          tags = ts_delete({table}.tags, {Moving}) || array_to_tsvector({SearchTags.Moving("bumped.at", table + ".price", table + ".was is not null")})
        from (select ?::timestamptz as at) bumped where id = ?
        """;

    private string Moving => SearchTags.Moving(table + ".listed_at", table + ".price", table + ".was is not null");

    /// <summary><c>null</c> where the event leaves the row as it is.</summary>
    public RowChange? Of(IEvent e) => e.Data switch
    {
        Published published => Publish(e.StreamId, published),
        PriceChanged changed => new(PriceSet, [(int)changed.Price.Type, (int)changed.Price.Per, changed.Price.Dinars, changed.Was, changed.At, e.StreamId]),
        MovedToSection moved => Move(e.StreamId, moved),
        Bumped bumped => new(BumpSet, [bumped.At, e.StreamId]),
        Renewed => Available(e.StreamId, true),
        Reopened reopened => Available(e.StreamId, reopened.Life == ListingLife.Published),
        Expired or Sold or Withdrawn or Removed => Available(e.StreamId, false),
        _ => null,
    };

    private RowChange Publish(Guid id, Published published)
    {
        var row = SearchRow.Of(id, published, catalog.Current);
        return new(Upsert,
        [
            row.Id, row.Number, row.SellerId, row.ListedAt, row.TopSection, row.Section, row.Commune, row.Area, row.PriceType, row.Price, row.PricePer,
            row.Was, row.DroppedAt, row.Title, row.Folded, row.Photo, row.Tone, row.Photos, row.Attributes, row.Words, row.Tags, SearchRow.Version,
        ]);
    }

    // Its old section's words stay: whoever calls the thing so still finds it.
    private RowChange Move(Guid id, MovedToSection moved)
    {
        var snapshot = catalog.Current;
        return new(
            $"""
            update {table} set top_section = ?, section = ?, words = words || ?::tsvector, tags = ts_delete(tags, ?::text[]) || array_to_tsvector(?::text[])
            where id = ? and section = ?
            """,
            [
                SearchRow.Top(moved.SectionId, snapshot), moved.SectionId, SearchWords.OfSection(snapshot.PathOf(moved.SectionId), snapshot),
                SearchTags.OfSection(moved.From, snapshot).ToArray(), SearchTags.OfSection(moved.SectionId, snapshot).ToArray(), id, moved.From,
            ]);
    }

    private RowChange Available(Guid id, bool available) => new($"update {table} set available = ? where id = ?", [available, id]);

    private static string Share(string was, string price) => $"(1000 * (({was}) - {price}) / nullif({was}, 0))::smallint";
}
