using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>
/// The parameters that <c>/search</c> and the API share: <c>q, section, wilaya, commune, min, max, attr.*, sort, after, limit</c>.
/// What cannot be understood is named and left out, so that a page can still answer.
/// </summary>
public static class SearchParameters
{
    private const int MaxWords = 200;
    private const int MaxAttributes = 20;
    private const int MaxValues = 30;
    private const int MaxValue = 80;

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
            Named(typed, "commune", text => Number(text) is { } code ? catalog.Territory.Commune((int)Math.Min(code, int.MaxValue))?.Code : null, refusals),
            Amount(typed, "min", refusals),
            Amount(typed, "max", refusals),
            Attributes(typed, refusals),
            Sort: Sort(typed, refusals),
            After: Text(typed, "after"),
            Limit: (int)Math.Clamp(Amount(typed, "limit", refusals) ?? SearchQuery.PageSize, 1, SearchQuery.MaxLimit),
            Plain: Text(typed, "plain") is not null);
        if (query.Min > query.Max) refusals.Add(new("Search.MinAboveMax", "max"));
        if (query.After is { } after && !IsCursor(after, query.Sort)) refusals.Add(new("Search.NotACursor", "after"));
        // A commune outside the chosen wilaya is a left-over of an earlier choice.
        if (query is { Commune: { } c, Wilaya: { } w } && catalog.Territory.CommunesOf(w).All(x => x.Code != c)) query = query with { Commune = null };
        return (query, refusals);
    }

    /// <summary>As in the address; <c>null</c> for the usual order.</summary>
    public static string? Name(SearchSort sort) => sort switch { SearchSort.Cheapest => "price", SearchSort.Dearest => "-price", SearchSort.Dropped => "drop", _ => null };

    private static bool IsCursor(string text, SearchSort sort) =>
        sort is SearchSort.Newest or SearchSort.Dropped ? Cursor.TryDecode(text, out DateTimeOffset _, out _) : Cursor.TryDecode(text, out long _, out _);

    private static string? Text(IQueryCollection typed, string name)
    {
        var text = SafeText.Line(typed[name].ToString());
        return text.Length == 0 ? null : text;
    }

    private static int? Named(IQueryCollection typed, string name, Func<string, int?> find, List<Refusal> refusals)
    {
        if (Text(typed, name) is not { } text) return null;
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

    private static SearchSort Sort(IQueryCollection typed, List<Refusal> refusals)
    {
        switch (Text(typed, "sort"))
        {
            case null or "newest": return SearchSort.Newest;
            case "price": return SearchSort.Cheapest;
            case "-price": return SearchSort.Dearest;
            case "drop": return SearchSort.Dropped;
            default:
                refusals.Add(new("Search.Unknown.sort", "sort"));
                return SearchSort.Newest;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Attributes(IQueryCollection typed, List<Refusal> refusals)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, values) in typed.Where(p => p.Key.StartsWith("attr.", StringComparison.Ordinal)))
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

    private static List<string> Values(StringValues values) =>
        [.. values.Select(v => SafeText.Line(v ?? "")).Where(v => v.Length is > 0 and <= MaxValue).Distinct().Take(MaxValues)];

    /// <summary>The address of a search, relative to the base of the language; the same search always has the same address.</summary>
    public static string Address(SearchQuery query, CatalogSnapshot catalog, string path = "search")
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parts.Add(name + "=" + Uri.EscapeDataString(value));
        }

        Add("q", query.Words);
        var section = query.SectionId is { } id ? catalog.Section(id) : null;
        // A commune is asked for with its wilaya, which the form needs; its page is none of those that have an address of their own.
        if (path == "search" && section is not null && query.Commune is null)
            path = SectionAddresses.For(section, query.Wilaya is { } code ? catalog.Territory.Wilaya(code) : null);
        else
        {
            Add("section", section?.Slug);
            Add("wilaya", query.Wilaya?.ToString(CultureInfo.InvariantCulture));
        }

        Add("commune", query.Commune?.ToString(CultureInfo.InvariantCulture));
        Add("min", query.Min?.ToString(CultureInfo.InvariantCulture));
        Add("max", query.Max?.ToString(CultureInfo.InvariantCulture));
        foreach (var (key, values) in query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>())
            foreach (var value in values) Add("attr." + key, value);
        Add("plain", query is { Plain: true, Words: not null } ? "1" : null);
        Add("sort", Name(query.Sort));
        Add("after", query.After);
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }
}
