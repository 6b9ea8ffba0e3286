using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>
/// What an advert is besides its words, as lexemes of the same index: its sections, place, choices, numbers, price and age. An index that has
/// all of them finds the adverts that fit by reading short lists side by side, and the newest of them first, however many there are.
/// </summary>
internal static class SearchTags
{
    public const string Photo = "f", Dropped = "d", Time = "t", Price = "p";

    /// <summary>Longer texts are not asked for as a whole.</summary>
    private const int LongestText = 40;

    public static string Section(int id) => Named("s", id);

    /// <param name="area">See <see cref="Commune.Area"/>.</param>
    public static string Area(int area) => Named("r", area);

    public static string Commune(int code) => Named("c", code);

    public static string Value(string key, string value) => $"a.{key}={(TryNumber(value, out var number) ? number.ToString("G29", CultureInfo.InvariantCulture) : value)}";

    public static string Number(string key) => $"n.{key}.";

    /// <summary>Those that stay while the advert says what it says; price and age move.</summary>
    /// <param name="asked">The section whose questions the attributes answer.</param>
    public static string[] Of(ListingContent content, Section? asked, CatalogSnapshot catalog)
    {
        var tags = new HashSet<string>();
        tags.UnionWith(OfSection(content.SectionId, catalog));
        tags.Add(Commune(content.CommuneCode));
        if (catalog.Territory.Commune(content.CommuneCode) is { } commune) tags.Add(Area(commune.Area));
        if (content.Photos.Count > 0) tags.Add(Photo);
        foreach (var (key, value) in content.Attributes)
        {
            var kind = asked?.AttributeEver(key)?.Kind;
            if (kind == AttributeKind.Text && value.Length > LongestText) continue;
            foreach (var one in kind == AttributeKind.Choices ? value.Split('|') : [value]) tags.Add(Value(key, one));
            if (kind == AttributeKind.Number && TryNumber(value, out var number)) tags.UnionWith(Slots.Tags(Number(key), Slots.OfNumber(number)));
        }

        return [.. tags];
    }

    public static IEnumerable<string> OfSection(int id, CatalogSnapshot catalog) => (catalog.Section(id)?.Path ?? [id]).Select(Section);

    /// <summary>SQL of the tags of age and price, from SQL of what they follow from; as an array.</summary>
    public static string Moving(string listedAt, string price, string dropped)
    {
        var (time, steps) = ($"floor(extract(epoch from {listedAt}) / {Slots.TimeSlot})::bigint", $"floor(ln(greatest({price}, 1)::float8) / ln(2::float8) * 32)::bigint");
        return $"""
            array_remove(array['t0.' || {time}, 't1.' || ({time} >> 3), 't2.' || ({time} >> 6),
              'p0.' || case when {price} is not null then {steps} end, 'p1.' || (case when {price} is not null then {steps} end >> 3),
              'p2.' || (case when {price} is not null then {steps} end >> 6), case when {dropped} then 'd' end], null)
            """;
    }

    /// <summary>The same tags, of values at hand.</summary>
    public static IEnumerable<string> Moving(DateTimeOffset listedAt, long? price, bool dropped)
    {
        foreach (var tag in Slots.Tags(Time, Slots.OfTime(listedAt))) yield return tag;
        if (price is { } dinars)
            foreach (var tag in Slots.Tags(Price, Slots.OfPrice(dinars))) yield return tag;
        if (dropped) yield return Dropped;
    }

    /// <summary>Any of the tags, as part of a tsquery.</summary>
    public static string Any(IReadOnlyCollection<string> tags)
    {
        var any = string.Join(" | ", tags.Select(TsVector.Quoted));
        return tags.Count == 1 ? any : $"({any})";
    }

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static string Named(string kind, int id) => kind + id.ToString(CultureInfo.InvariantCulture);
}
