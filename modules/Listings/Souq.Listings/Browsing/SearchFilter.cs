using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>The conditions of a search as SQL; every value is a parameter.</summary>
internal sealed class SearchFilter
{
    // A word where a number was asked for must not become an error.
    private const string AsNumber = "case when jsonb_typeof(attributes -> {0}) = 'number' then (attributes ->> {0})::numeric end";

    private readonly List<(string Sql, object[] Values)> conditions = [];

    /// <summary>Nothing can fit, such as a smallest price above the largest.</summary>
    public bool Impossible { get; private set; }

    /// <param name="relaxed">One of the words may be missing.</param>
    public static SearchFilter Of(SearchQuery query, CatalogSnapshot catalog, bool relaxed = false)
    {
        var filter = new SearchFilter();
        if (query.SellerId is { } seller) filter.Add("seller_id = {0}", seller);
        if (query.SectionId is { } section) filter.InSection(section, catalog);
        if (query.Commune is { } commune) filter.Add("commune = {0}", commune);
        else if (query.Wilaya is { } wilaya) filter.Add("commune = any({0})", catalog.Territory.CommunesOf(wilaya).Select(c => c.Code).ToArray());
        if (query.Min is { } min) filter.Add("price >= {0}", min);
        if (query.Max is { } max) filter.Add("price <= {0}", max);
        if (query.Min > query.Max) filter.Impossible = true;
        if (!string.IsNullOrWhiteSpace(query.Words)) filter.Words(query.Words, catalog, relaxed);
        foreach (var (key, values) in query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>()) filter.Attribute(key, values);
        return filter;
    }

    public void Write(StringBuilder sql, NpgsqlParameterCollection parameters)
    {
        sql.Append("available");
        foreach (var (condition, values) in conditions)
        {
            var places = values.Select(value =>
            {
                parameters.Add(new NpgsqlParameter { Value = value });
                return (object)("$" + parameters.Count.ToString(CultureInfo.InvariantCulture));
            }).ToArray();
            sql.Append(" and ").AppendFormat(CultureInfo.InvariantCulture, condition, places);
        }
    }

    private void Add(string sql, params object[] values) => conditions.Add((sql, values));

    private void InSection(int id, CatalogSnapshot catalog)
    {
        if (catalog.Section(id) is not { } section) Impossible = true;
        else if (section.ParentId is null) Add("top_section = {0}", id);
        else Add("section = any({0})", catalog.Sections.Where(s => s.Path.Contains(id)).Select(s => s.Id).ToArray());
    }

    private void Words(string words, CatalogSnapshot catalog, bool relaxed)
    {
        var asked = ArabicText.Ask(words, catalog.Lexicon);
        var query = relaxed ? ArabicText.ToRelaxedTsQuery(asked) : ArabicText.ToTsQuery(asked);
        if (query.Length > 0) Add("words @@ {0}::tsquery", query);
        else if (relaxed) Impossible = true;
    }

    private void Attribute(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 1 && Range(values[0]) is var (from, to))
        {
            if (from is { } low) Add(AsNumber + " >= {1}", key, low);
            if (to is { } high) Add(AsNumber + " <= {1}", key, high);
            return;
        }

        // Containment of any of the values, as itself or inside an array, is what the index knows. Not any(array): of several such
        // conditions the index is asked for every combination, which for twenty of them takes minutes.
        var shapes = values.SelectMany(v => new object[] { v, new[] { v } }
            .Concat(decimal.TryParse(v, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? [n] : Array.Empty<object>()))
            .Select(v => (object)JsonSerializer.Serialize(new Dictionary<string, object> { [key] = v })).ToArray();
        Add("(" + string.Join(" or ", shapes.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"attributes @> {{{i}}}::jsonb"))) + ")", shapes);
    }

    private static (decimal? From, decimal? To)? Range(string value)
    {
        var parts = value.Split("..");
        if (parts.Length != 2) return null;
        return (Number(parts[0]), Number(parts[1])) is (null, null) ? null : (Number(parts[0]), Number(parts[1]));
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
