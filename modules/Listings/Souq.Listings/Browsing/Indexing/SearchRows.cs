using JasperFx.Events;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>One change of the search table, with <c>?</c> for each value.</summary>
public sealed record RowChange(string Sql, object?[] Values);

/// <summary>What the events of adverts do to their rows of a search table; pure, for the table that is asked and for one that is built beside it.</summary>
/// <param name="table">With its schema.</param>
public sealed class SearchRows(ICatalog catalog, string table = SearchTable.Name)
{
    /// <summary>Other events leave the rows as they are.</summary>
    public static IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(Published), typeof(PriceChanged), typeof(MovedToSection), typeof(Bumped), typeof(Renewed), typeof(Reopened), typeof(Expired), typeof(Sold),
        typeof(Withdrawn), typeof(Removed),
    ];

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
        update {table} set price_type = excluded.price_type, price = excluded.price, price_per = excluded.price_per,
          was = {Was}, dropped_at = {DroppedAt}, dropped_by = {Drop},
          tags = ts_delete({table}.tags, {Moving}) || array_to_tsvector({SearchTags.Moving(table + ".listed_at", "excluded.price", $"({Was}) is not null")})
        from unnest(?::uuid[], ?::int[], ?::bigint[], ?::int[], ?::bigint[], ?::timestamptz[]) as excluded (id, price_type, price, price_per, was, dropped_at)
        where {table}.id = excluded.id
        """;

    private string AvailableSet => $"update {table} set available = excluded.available from unnest(?::uuid[], ?::boolean[]) as excluded (id, available) where {table}.id = excluded.id";

    private string BumpSet => $"""
        update {table} set listed_at = bumped.at,
          tags = ts_delete({table}.tags, {Moving}) || array_to_tsvector({SearchTags.Moving("bumped.at", table + ".price", table + ".was is not null")})
        from (select ?::timestamptz as at) bumped where id = ?
        """;

    private string Moving => SearchTags.Moving(table + ".listed_at", table + ".price", table + ".was is not null");

    /// <summary>
    /// What a run of events changes, in their order; an event that leaves the rows as they are changes nothing. Prices and ends come in floods (a
    /// store lowers all of its prices, thousands of adverts expire at midnight): one statement for many of a kind, while each is of another advert.
    /// </summary>
    public IEnumerable<RowChange> Of(IEnumerable<IEvent> events)
    {
        var (alike, adverts) = (new List<IEvent>(), new HashSet<Guid>());
        foreach (var e in events)
        {
            if (alike.Count > 0 && (IsPrice(e) != IsPrice(alike[0]) || !(IsPrice(e) || Availability(e) is not null) || adverts.Contains(e.StreamId)))
            {
                yield return Together(alike);
                (alike, adverts) = ([], []);
            }

            if (IsPrice(e) || Availability(e) is not null)
            {
                alike.Add(e);
                adverts.Add(e.StreamId);
            }
            else if (Alone(e) is { } change) yield return change;
        }

        if (alike.Count > 0) yield return Together(alike);
    }

    private static bool IsPrice(IEvent e) => e.Data is PriceChanged;

    /// <summary><c>null</c> where the event does not speak of it.</summary>
    private static bool? Availability(IEvent e) => e.Data switch
    {
        Renewed => true,
        Reopened reopened => reopened.Life == ListingLife.Published,
        Expired or Sold or Withdrawn or Removed => false,
        _ => null,
    };

    private RowChange Together(List<IEvent> events)
    {
        var ids = events.Select(e => e.StreamId).ToArray();
        if (!IsPrice(events[0])) return new(AvailableSet, [ids, events.Select(e => Availability(e)!.Value).ToArray()]);
        var changes = events.Select(e => (PriceChanged)e.Data).ToArray();
        return new(PriceSet,
        [
            ids, changes.Select(c => (int)c.Price.Type).ToArray(), changes.Select(c => c.Price.Dinars).ToArray(), changes.Select(c => (int)c.Price.Per).ToArray(),
            changes.Select(c => c.Was).ToArray(), changes.Select(c => c.At.ToUniversalTime()).ToArray(),
        ]);
    }

    private RowChange? Alone(IEvent e) => e.Data switch
    {
        Published published => Publish(e.StreamId, published),
        MovedToSection moved => Move(e.StreamId, moved),
        Bumped bumped => new(BumpSet, [bumped.At, e.StreamId]),
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

    private static string Share(string was, string price) => $"(1000 * (({was}) - {price}) / nullif({was}, 0))::smallint";
}
