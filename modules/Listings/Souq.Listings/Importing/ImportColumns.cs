namespace Souq.Listings.Importing;

/// <summary>The columns of a file of adverts, as it is read and as it is written.</summary>
public static class ImportColumns
{
    public const string Attribute = "attr.";

    /// <summary>All but those of attributes, in the order they are written.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        ["ref", "section", "title", "description", "price", "price_unit", "price_type", "price_per", "wilaya", "commune"];
}
