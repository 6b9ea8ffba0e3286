using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>A condition in SQL; <c>{0}</c> and so on stand for its values, which become parameters.</summary>
internal sealed record Condition(string Sql, params object[] Values);

/// <summary>
/// What a search asks of a row: words and tags, which the index of both knows; and what is only checked row by row, since no tag says it
/// exactly. A search for nothing but a section and a place is some <see cref="Scopes"/> as well, each with an index in order of age.
/// </summary>
internal sealed class SearchFilter
{
    // A word where a number was asked for must not become an error.
    private const string AsNumber = "case when jsonb_typeof(attributes -> {0}) = 'number' then (attributes ->> {0})::numeric end";

    /// <summary>More communes than these are found by the areas they are in.</summary>
    private const int MostCommunes = 40;

    /// <summary>More scopes than these are asked for by their tags.</summary>
    private const int MostScopes = 12;

    private readonly List<IReadOnlyList<string>> tags = [];
    private readonly List<Condition> checks = [];

    /// <summary>Nothing can fit, such as a smallest price above the largest.</summary>
    public bool Impossible { get; private set; }

    /// <summary>A tsquery.</summary>
    public string? Words { get; private set; }

    /// <summary>What <see cref="Words"/> ask for, one by one.</summary>
    public AskedWords? Asked { get; private set; }

    /// <summary>Nothing listed before fits.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Parts of a tsquery, all of which must be met.</summary>
    public IReadOnlyList<string> Tags => tags.ConvertAll(SearchTags.Any);

    /// <summary>The same as tags: of each part one is met.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TagParts => tags;

    /// <summary>Where communes are checked: their ONS codes.</summary>
    public int[]? Communes { get; private set; }

    public IReadOnlyList<Condition> Checks => checks;

    /// <summary>So few adverts at most, those of one seller, that all of them can be read.</summary>
    public bool IsSmall { get; private set; }

    /// <summary>Asks for nothing but a section and a place.</summary>
    public bool IsBrowsing { get; private set; }

    /// <summary>Together all that fits, beside <see cref="Checks"/>, and none of it twice; empty where only tags say what does.</summary>
    public IReadOnlyList<IReadOnlyList<Condition>> Scopes { get; private set; } = [];

    /// <summary>The same for searches that find as many adverts a day; how far back they look is not in it.</summary>
    /// <param name="more">Parts of a tsquery that must be met too.</param>
    public string Key(IReadOnlyList<string> more) => string.Join('\n',
        [Words ?? "", .. Tags, .. more, .. checks.Where(c => c.Values is not [DateTimeOffset]).Select(c => c.Sql + string.Join('\t', c.Values.Select(Text)))]);

    // A list is known by what is in it.
    private static string Text(object value) => value is int[] numbers ? string.Join(',', numbers) : string.Create(CultureInfo.InvariantCulture, $"{value}");

    /// <param name="relaxed">One of the words may be missing.</param>
    public static SearchFilter Of(SearchQuery query, CatalogSnapshot catalog, DateTimeOffset now, bool relaxed = false)
    {
        var filter = new SearchFilter();
        if (query.Sections is { Count: > 0 } sections) filter.tags.Add([.. sections.Select(SearchTags.Section)]);
        filter.In(query, catalog);
        if (query.SellerId is { } seller) filter.Check("seller_id = {0}", seller);
        filter.Priced(query);
        if (!string.IsNullOrWhiteSpace(query.Words)) filter.Say(query.Words, catalog, relaxed);
        foreach (var (key, values) in query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>()) filter.Attribute(key, values);
        if (query.Photos) filter.tags.Add([SearchTags.Photo]);
        if (query.Seller is { } kind)
            filter.Check((kind == SellerKind.Store ? "" : "not ") + "exists (select 1 from listings.mt_doc_sellerstore store where store.id = seller_id)");
        if (query.Days is { } days) filter.From(now.AddDays(-days));
        if (query.Reduced || query.Sort is SearchSort.Dropped or SearchSort.BiggestDrop) filter.CameDown(now);
        if (query.Sort is SearchSort.Cheapest or SearchSort.Dearest) filter.Check("price is not null");
        filter.IsSmall = query.SellerId is not null;
        filter.IsBrowsing = query is { Words: null, SellerId: null, Commune: null, Km: null, Narrowed: 0 } && query.Sort is not (SearchSort.Dropped or SearchSort.BiggestDrop);
        if (filter.IsBrowsing) filter.Scopes = Browsed(query, catalog);
        return filter;
    }

    /// <summary>The sections that are asked for, each by itself or by the top section over it, times the areas; places alone have no index of their own.</summary>
    private static IReadOnlyList<IReadOnlyList<Condition>> Browsed(SearchQuery query, CatalogSnapshot catalog)
    {
        if (query is { Sections.Count: 0, Wilaya: not null }) return [];
        IReadOnlyList<Condition?> sections = query.Sections.Count == 0 ? [null] : [.. query.Sections.SelectMany(id => Scoped(id, catalog))];
        IReadOnlyList<Condition?> areas = query.Wilaya is null ? [null]
            : [.. query.Wilayas.SelectMany(catalog.Territory.AreasOf).Distinct().Select(area => new Condition("area = {0}", area))];
        if (sections.Count * areas.Count > MostScopes) return [];
        return [.. sections.SelectMany(s => areas.Select(a => (IReadOnlyList<Condition>)[.. new[] { s, a }.OfType<Condition>()]))];
    }

    private static IEnumerable<Condition> Scoped(int id, CatalogSnapshot catalog) => catalog.Section(id) is { ParentId: null }
        ? [new Condition("top_section = {0}", id)]
        : catalog.Sections.Where(s => s.Path.Contains(id)).Select(s => s.Id).DefaultIfEmpty(id).Select(s => new Condition("section = {0}", s));

    /// <summary>A further condition, checked row by row.</summary>
    public SearchFilter And(Condition condition)
    {
        checks.Add(condition);
        return this;
    }

    private void Check(string sql, params object[] values) => checks.Add(new Condition(sql, values));

    private void In(SearchQuery query, CatalogSnapshot catalog)
    {
        var territory = catalog.Territory;
        if (query.Near is { } near && query.Km is { } km && territory.Commune(near) is { } centre) Within([.. territory.Around(centre, km).Select(c => c.Commune)]);
        if (query.Commune is { } commune) tags.Add([SearchTags.Commune(commune)]);
        else if (query.Wilaya is not null) tags.Add([.. query.Wilayas.SelectMany(territory.AreasOf).Distinct().Select(SearchTags.Area)]);
    }

    private void Within(IReadOnlyList<Commune> communes)
    {
        if (communes.Count <= MostCommunes)
        {
            tags.Add([.. communes.Select(c => SearchTags.Commune(c.Code))]);
            return;
        }

        tags.Add([.. communes.Select(c => c.Area).Distinct().Select(SearchTags.Area)]);
        Communes = [.. communes.Select(c => c.Code)];
        Check("commune = any({0})", Communes);
    }

    private void Priced(SearchQuery query)
    {
        if (query.Min > query.Max) Impossible = true;
        if (query.Min is { } min) Check("price >= {0}", min);
        if (query.Max is { } max) Check("price <= {0}", max);
        if (Impossible || (query.Min is null && query.Max is null)) return;
        if (Prices(query.Min, query.Max) is { } cover) tags.Add(cover);
    }

    /// <summary>
    /// Tags of the prices of a range and some more, among them what two computers round differently; <c>null</c> where the range is too wide to be
    /// looked up: then it is only checked.
    /// </summary>
    public static IReadOnlyList<string>? Prices(long? from, long? to) => from is { } low && to is { } high && low <= high
        ? Slots.Around(SearchTags.Price, Math.Max(Slots.OfPrice(low) - 1, 0), Slots.OfPrice(high) + 1) : null;

    private void Say(string words, CatalogSnapshot catalog, bool relaxed)
    {
        var asked = ArabicText.Ask(words, catalog.Lexicon);
        var query = relaxed ? ArabicText.ToRelaxedTsQuery(asked) : ArabicText.ToTsQuery(asked);
        if (query.Length > 0) (Words, Asked) = (query, asked);
        else if (relaxed) Impossible = true;
    }

    private void From(DateTimeOffset since)
    {
        Since = since;
        Check("listed_at >= {0}", since);
    }

    private void CameDown(DateTimeOffset now)
    {
        tags.Add([SearchTags.Dropped]);
        Check("dropped_at > {0}", now - PriceHistory.Memory);
    }

    private void Attribute(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 1 && Range(values[0]) is var (from, to))
        {
            if (from is { } low) Check(AsNumber + " >= {1}", key, low);
            if (to is { } high) Check(AsNumber + " <= {1}", key, high);
            if (from > to) Impossible = true;
            else if (from is { } least && to is { } most && Slots.Around(SearchTags.Number(key), Slots.OfNumber(least), Slots.OfNumber(most)) is { } around)
                tags.Add(around);
            return;
        }

        tags.Add([.. values.Select(value => SearchTags.Value(key, value)).Distinct()]);
    }

    public static (decimal? From, decimal? To)? Range(string value)
    {
        var parts = value.Split("..");
        if (parts.Length != 2) return null;
        return (Number(parts[0]), Number(parts[1])) is (null, null) ? null : (Number(parts[0]), Number(parts[1]));
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1_000_000_000_000m) : null;
}
