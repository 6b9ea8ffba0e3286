namespace Souq.Listings;

/// <summary>Marks the texts of this module (<c>ListingsText.resx</c>).</summary>
public sealed class ListingsText;
