namespace Souq.Catalog;

/// <summary>Names the resources with the texts of this module.</summary>
public sealed class CatalogText;
