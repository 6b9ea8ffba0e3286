using JasperFx.Events;
using Souq.Catalog.Contracts;
using Souq.Kernel;

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
        typeof(Withdrawn), typeof(Removed), typeof(TakenDown), typeof(Hidden), typeof(ShownAgain), typeof(ChangedByModerator), typeof(ChangeUndone),
    ];

    // An older drop is remembered while the price stays or falls, and forgotten once it rises.
    private readonly string kept = $"excluded.was is null and excluded.price <= {table}.price";

    private string Was => $"case when {kept} then {table}.was else excluded.was end";

    private string DroppedAt => $"case when {kept} then {table}.dropped_at else excluded.dropped_at end";

    private string Drop => Share(Was, "excluded.price");

    private string Upsert => $"""
        insert into {table} ({SearchRow.Columns})
        select v.id, v.number, v.seller_id, true, v.listed_at, v.top_section, v.section, v.commune, v.area, v.price_type, v.price, v.price_per, v.was, v.dropped_at,
          {Share("v.was", "v.price")}, v.title, v.folded, v.photo, v.tone, v.photos, v.attributes, v.words::tsvector,
          v.tags::tsvector || array_to_tsvector({SearchTags.Moving("v.listed_at", "v.price", "v.was is not null")}), {SearchRow.Version}, v.likeness
        from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::timestamptz[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::int[], ?::bigint[],
          ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::jsonb[], ?::text[], ?::text[], ?::bigint[])
          v(id, number, seller_id, listed_at, top_section, section, commune, area, price_type, price, price_per, was, dropped_at, title, folded, photo, tone, photos, attributes, words, tags, likeness)
        on conflict (id) do update set available = true, top_section = excluded.top_section, section = excluded.section, commune = excluded.commune,
          area = excluded.area, price_type = excluded.price_type, price = excluded.price, price_per = excluded.price_per, title = excluded.title,
          folded = excluded.folded, photo = excluded.photo, tone = excluded.tone, photos = excluded.photos, attributes = excluded.attributes,
          words = excluded.words, text_version = excluded.text_version, likeness = excluded.likeness, was = {Was}, dropped_at = {DroppedAt}, dropped_by = {Drop},
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
    /// What a run of events changes; an event that leaves the rows as they are changes nothing. Many of a kind are one statement: a file brings
    /// thousands of adverts, a store lowers all of its prices, what is due expires at midnight. Events of one advert stay in their order; which of
    /// two adverts comes first changes nothing.
    /// </summary>
    public IEnumerable<RowChange> Of(IEnumerable<IEvent> events)
    {
        var (waiting, adverts) = (new List<IEvent>(), new HashSet<Guid>());
        foreach (var e in events)
        {
            if (!adverts.Add(e.StreamId))
            {
                foreach (var change in Together(waiting)) yield return change;
                (waiting, adverts) = ([], [e.StreamId]);
            }

            waiting.Add(e);
        }

        foreach (var change in Together(waiting)) yield return change;
    }

    /// <param name="events">Each of another advert.</param>
    private IEnumerable<RowChange> Together(List<IEvent> events)
    {
        var (published, priced, turned) = (new List<(Guid, Published)>(), new List<(Guid, PriceChanged)>(), new List<(Guid, bool)>());
        foreach (var e in events)
            switch (e.Data)
            {
                case Published data: published.Add((e.StreamId, data)); break;
                case PriceChanged data: priced.Add((e.StreamId, data)); break;
                case Renewed: turned.Add((e.StreamId, true)); break;
                case Reopened data: turned.Add((e.StreamId, data.Life == ListingLife.Published)); break;
                case ShownAgain data: turned.Add((e.StreamId, data.Life == ListingLife.Published)); break;
                case Expired or Sold or Withdrawn or Removed or TakenDown or Hidden: turned.Add((e.StreamId, false)); break;
                case MovedToSection data: yield return Move(e.StreamId, data.From, data.SectionId); break;
                case ChangedByModerator data: if (data.From != data.SectionId) yield return Move(e.StreamId, data.From, data.SectionId); break;
                case ChangeUndone data: if (data.From != data.SectionId) yield return Move(e.StreamId, data.From, data.SectionId); break;
                case Bumped data: yield return new(BumpSet, [data.At, e.StreamId]); break;
            }

        if (published.Count > 0) yield return Publish(published);
        if (priced.Count > 0) yield return Price(priced);
        if (turned.Count > 0) yield return new(AvailableSet, [Column(turned, t => t.Item1), Column(turned, t => t.Item2)]);
    }

    private RowChange Publish(List<(Guid Id, Published Published)> published)
    {
        var snapshot = catalog.Current;
        var rows = published.ConvertAll(p => SearchRow.Of(p.Id, p.Published, snapshot));
        return new(Upsert,
        [
            Column(rows, r => r.Id), Column(rows, r => r.Number), Column(rows, r => r.SellerId), Column(rows, r => r.ListedAt.ToUniversalTime()), Column(rows, r => r.TopSection),
            Column(rows, r => r.Section), Column(rows, r => r.Commune), Column(rows, r => r.Area), Column(rows, r => r.PriceType), Column(rows, r => r.Price),
            Column(rows, r => r.PricePer), Column(rows, r => r.Was), Column(rows, r => r.DroppedAt?.ToUniversalTime()), Column(rows, r => r.Title), Column(rows, r => r.Folded),
            Column(rows, r => r.Photo), Column(rows, r => r.Tone), Column(rows, r => r.Photos), Column(rows, r => r.Attributes), Column(rows, r => r.Words.ToString()),
            Column(rows, r => string.Join(' ', r.Tags.Select(TsVector.Quoted))), Column(rows, r => r.Likeness),
        ]);
    }

    private RowChange Price(List<(Guid Id, PriceChanged Changed)> priced) => new(PriceSet,
    [
        Column(priced, p => p.Id), Column(priced, p => (int)p.Changed.Price.Type), Column(priced, p => p.Changed.Price.Dinars), Column(priced, p => (int)p.Changed.Price.Per),
        Column(priced, p => p.Changed.Was), Column(priced, p => p.Changed.At.ToUniversalTime()),
    ]);

    // Its old section's words stay: whoever calls the thing so still finds it.
    private RowChange Move(Guid id, int from, int to)
    {
        var snapshot = catalog.Current;
        return new(
            $"""
            update {table} set top_section = ?, section = ?, words = words || ?::tsvector, tags = ts_delete(tags, ?::text[]) || array_to_tsvector(?::text[])
            where id = ? and section = ?
            """,
            [
                SearchRow.Top(to, snapshot), to, SearchWords.OfSection(snapshot.PathOf(to), snapshot).ToString(),
                SearchTags.OfSection(from, snapshot).ToArray(), SearchTags.OfSection(to, snapshot).ToArray(), id, from,
            ]);
    }

    private static TValue[] Column<TRow, TValue>(List<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];

    private static string Share(string was, string price) => $"(1000 * (({was}) - {price}) / nullif({was}, 0))::smallint";
}
