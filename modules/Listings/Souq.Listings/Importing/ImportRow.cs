using Souq.Kernel;

namespace Souq.Listings.Importing;

/// <summary>
/// One advert as a file gives it: the values of the columns <c>ref, section, title, description, price, price_unit, price_type, price_per,
/// wilaya, commune</c> and <c>attr.*</c>, as typed. <c>ref</c> is the seller's own name for it: the same ref is the same advert for ever.
/// </summary>
/// <param name="Line">As a spreadsheet numbers it: from 1, the header included.</param>
public sealed record ImportRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Stored already; a file cannot bring any yet.</summary>
    public IReadOnlyList<ListingPhoto> Photos { get; init; } = [];

    /// <summary>When it was first offered, for adverts that have a past; <c>null</c> for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Given by itself, by a program, not in a file: it needs no ref, and a commune nobody knows is an error.</summary>
    public bool IsSingle { get; init; }

    public string this[string column] => Values.GetValueOrDefault(column) ?? "";

    public string Ref => SafeText.Line(this["ref"]);

    public IReadOnlyDictionary<string, string?> Attributes => Values
        .Where(v => v.Key.StartsWith(ImportColumns.Attribute, StringComparison.Ordinal))
        .ToDictionary(v => v.Key[ImportColumns.Attribute.Length..], v => (string?)v.Value);
}
