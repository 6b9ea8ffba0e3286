using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>
/// The parameters that <c>/search</c> and the API share: <c>q, section, wilaya</c> (several of both do), <c>commune, near, km, min, max, photos, seller,
/// by, reduced, days, attr.*, sort, after, limit</c>.
/// What cannot be understood is named and left out, so that a page can still answer.
/// </summary>
public static class SearchParameters
{
    private const int MaxWords = 200;
    private const int MaxAttributes = 20;
    private const int MaxValues = 30;
    private const int MaxValue = 80;
    private const int MaxWilayas = 20;
    private const int MaxDays = 365;

    private static readonly Dictionary<string, SearchSort> Sorts = new()
    {
        ["newest"] = SearchSort.Newest,
        ["relevance"] = SearchSort.Relevance,
        ["price"] = SearchSort.Cheapest,
        ["-price"] = SearchSort.Dearest,
        ["near"] = SearchSort.Nearest,
        ["drop"] = SearchSort.Dropped,
        ["-drop"] = SearchSort.BiggestDrop,
    };

    private static readonly Dictionary<string, SellerKind> Sellers = new() { ["store"] = SellerKind.Store, ["person"] = SellerKind.Person };

    public static (SearchQuery Query, IReadOnlyList<Refusal> Refusals) Read(IQueryCollection typed, CatalogSnapshot catalog)
    {
        var refusals = new List<Refusal>();
        var words = Text(typed, "q");
        if (words?.Length > MaxWords)
        {
            refusals.Add(new("Search.TooManyWords", "q", MaxWords));
            words = words[..MaxWords];
        }

        var query = new SearchQuery(
            words,
            Named(typed, "section", text => catalog.Section(text)?.Id, refusals),
            Named(typed, "wilaya", text => catalog.Territory.FindWilaya(text)?.Code, refusals),
            Named(typed, "commune", text => Commune(text, catalog), refusals),
            Amount(typed, "min", refusals),
            Amount(typed, "max", refusals),
            Attributes(typed, refusals),
            Sort: OneOf(typed, "sort", Sorts, refusals) ?? SearchSort.Newest,
            After: Text(typed, "after"),
            Limit: (int)Math.Clamp(Amount(typed, "limit", refusals) ?? SearchQuery.PageSize, 1, SearchQuery.MaxLimit),
            Plain: Text(typed, "plain") is not null)
        {
            MoreWilayas = MoreWilayas(typed, catalog),
            Photos = Text(typed, "photos") is not null,
            Seller = OneOf(typed, "seller", Sellers, refusals),
            SellerId = Person(typed, "by", refusals),
            Reduced = Text(typed, "reduced") is not null,
            Days = Amount(typed, "days", refusals) is { } days ? (int)Math.Clamp(days, 1, MaxDays) : null,
            Near = Named(typed, "near", text => Commune(text, catalog), refusals),
            Km = Amount(typed, "km", refusals) is { } km ? (int)Math.Clamp(km, SearchQuery.LeastKm, SearchQuery.MostKm) : null,
        };
        // One alone that is unknown is named; of several those that are known do.
        if (typed["section"].Count > 1) query = query.In(Sections(typed, catalog), catalog);
        if (query.Min > query.Max) refusals.Add(new("Search.MinAboveMax", "max"));
        if (query.After is { } after && !IsCursor(after, query.Sort)) refusals.Add(new("Search.NotACursor", "after"));
        // A commune outside the chosen wilaya is a left-over of an earlier choice.
        if (query is { Commune: { } c, Wilaya: { } w } && catalog.Territory.CommunesOf(w).All(x => x.Code != c)) query = query with { Commune = null };
        // "Within 20 km" of a commune is a circle around it, which knows no borders.
        if (query is { Commune: { } centre, Near: null, Km: not null }) query = query with { Near = centre, Commune = null, Wilaya = null, MoreWilayas = [] };
        if (query is { Commune: { } here, Near: null, Sort: SearchSort.Nearest }) query = query with { Near = here };
        if (query.Near is null) query = query with { Km = null, Sort = query.Sort == SearchSort.Nearest ? SearchSort.Newest : query.Sort };
        return (query, refusals);
    }

    /// <summary>As in the address; <c>null</c> for the usual order.</summary>
    public static string? Name(SearchSort sort) => sort == SearchSort.Newest ? null : Sorts.First(s => s.Value == sort).Key;

    public static string? Name(SellerKind? kind) => kind is { } one ? Sellers.First(s => s.Value == one).Key : null;

    private static bool IsCursor(string text, SearchSort sort) =>
        SearchOrder.IsByTime(sort) ? Cursor.TryDecode(text, out DateTimeOffset _, out _) : Cursor.TryDecode(text, out long _, out _);

    private static string? Text(IQueryCollection typed, string name)
    {
        var text = SafeText.Line(typed[name].ToString());
        return text.Length == 0 ? null : text;
    }

    private static int? Named(IQueryCollection typed, string name, Func<string, int?> find, List<Refusal> refusals)
    {
        // Of several the first, as it stands in the address.
        if (SafeText.Line(typed[name].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) ?? "") is not { Length: > 0 } text) return null;
        if (text.Length <= MaxValue && find(text) is { } found) return found;
        refusals.Add(new("Search.Unknown." + name, name));
        return null;
    }

    private static long? Amount(IQueryCollection typed, string name, List<Refusal> refusals)
    {
        if (Text(typed, name) is not { } text) return null;
        if (Number(text) is { } number) return number;
        refusals.Add(new("Search.NotANumber", name));
        return null;
    }

    private static long? Number(string text) =>
        Money.Amount(text) is { } value && value is >= 0 and < 1_000_000_000_000 ? (long)decimal.Truncate(value) : null;

    private static int? Commune(string text, CatalogSnapshot catalog) =>
        Number(text) is { } code ? catalog.Territory.Commune((int)Math.Min(code, int.MaxValue))?.Code : null;

    private static T? OneOf<T>(IQueryCollection typed, string name, IReadOnlyDictionary<string, T> known, List<Refusal> refusals) where T : struct
    {
        if (Text(typed, name) is not { } text) return null;
        if (known.TryGetValue(text, out var value)) return value;
        refusals.Add(new("Search.Unknown." + name, name));
        return null;
    }

    private static Guid? Person(IQueryCollection typed, string name, List<Refusal> refusals)
    {
        if (Text(typed, name) is not { } text) return null;
        if (Guid.TryParseExact(text, "N", out var id)) return id;
        refusals.Add(new("Search.Unknown." + name, name));
        return null;
    }

    private static IEnumerable<int> Sections(IQueryCollection typed, CatalogSnapshot catalog) =>
        typed["section"].Select(s => SafeText.Line(s ?? "")).Where(s => s.Length is > 0 and <= MaxValue).Take(ChosenSections.Most).Select(s => catalog.Section(s)?.Id).OfType<int>();

    /// <summary>All but the first, as far as they are wilayas.</summary>
    private static List<int> MoreWilayas(IQueryCollection typed, CatalogSnapshot catalog) =>
        [.. typed["wilaya"].Select(w => SafeText.Line(w ?? "")).Where(w => w.Length is > 0 and <= MaxValue).Take(MaxWilayas)
            .Select(w => catalog.Territory.FindWilaya(w)?.Code).OfType<int>().Distinct().Skip(1)];

    private static Dictionary<string, IReadOnlyList<string>> Attributes(IQueryCollection typed, List<Refusal> refusals)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, values) in Ranges(typed).Where(p => p.Key.StartsWith("attr.", StringComparison.Ordinal)))
        {
            var kept = Values(values);
            if (kept.Count == 0) continue;
            if (attributes.Count == MaxAttributes || name.Length > MaxValue)
            {
                refusals.Add(new("Search.TooManyFilters", null, MaxAttributes));
                break;
            }

            attributes[SafeText.Line(name["attr.".Length..])] = kept;
        }

        return attributes;
    }

    /// <summary>What forms send in two fields, <c>attr.year.from</c> and <c>attr.year.to</c>, as the one range it is.</summary>
    private static IEnumerable<KeyValuePair<string, StringValues>> Ranges(IQueryCollection typed)
    {
        foreach (var (name, values) in typed)
        {
            var (from, to) = (name.EndsWith(".from", StringComparison.Ordinal), name.EndsWith(".to", StringComparison.Ordinal));
            if (!from && !to)
            {
                yield return new(name, values);
                continue;
            }

            var key = name[..name.LastIndexOf('.')];
            var (low, high) = (Bound(typed[key + ".from"]), Bound(typed[key + ".to"]));
            // The first of the two speaks for both.
            if ((low ?? high) is not null && (from || low is null)) yield return new(key, $"{low}..{high}");
        }
    }

    private static string? Bound(StringValues typed) =>
        Money.Amount(SafeText.Line(typed.FirstOrDefault() ?? "")) is { } number and >= 0 ? number.ToString("0.##", CultureInfo.InvariantCulture) : null;

    private static List<string> Values(StringValues values) =>
        [.. values.Select(v => SafeText.Line(v ?? "")).Where(v => v.Length is > 0 and <= MaxValue).Distinct().Take(MaxValues)];

    /// <summary>The address of a search, relative to the base of the language; the same search always has the same address.</summary>
    public static string Address(SearchQuery query, CatalogSnapshot catalog, string path = "search")
    {
        var (parts, isSellers) = (new List<string>(), path is not ("search" or ""));
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parts.Add(name + "=" + Uri.EscapeDataString(value));
        }

        Add("q", query.Words);
        var section = query.SectionId is { } id ? catalog.Section(id) : null;
        // A commune is asked for with its wilaya, which the form needs; its page is none of those that have an address of their own.
        if (path == "search" && section is not null && query is { Commune: null, MoreWilayas.Count: 0, Among.Count: 0 })
            path = SectionAddresses.For(section, query.Wilaya is { } code ? catalog.Territory.Wilaya(code) : null);
        else
        {
            foreach (var one in query.Sections) Add("section", catalog.Section(one)?.Slug);
            foreach (var wilaya in query.Wilayas) Add("wilaya", Text(wilaya));
        }

        Add("commune", Text(query.Commune));
        Add("near", Text(query.Near));
        Add("km", Text(query.Km));
        Add("min", query.Min?.ToString(CultureInfo.InvariantCulture));
        Add("max", query.Max?.ToString(CultureInfo.InvariantCulture));
        foreach (var (key, values) in query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>())
            foreach (var value in values) Add("attr." + key, value);
        Add("photos", query.Photos ? "1" : null);
        Add("seller", Name(query.Seller));
        // On a seller's own page it goes without saying.
        if (!isSellers) Add("by", query.SellerId?.ToString("N"));
        Add("reduced", query.Reduced ? "1" : null);
        Add("days", Text(query.Days));
        Add("plain", query is { Plain: true, Words: not null } ? "1" : null);
        Add("sort", Name(query.Sort));
        Add("after", query.After);
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
