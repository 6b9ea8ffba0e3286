namespace Souq.Catalog.Contracts;

/// <summary>Names the resources with the texts of this module.</summary>
public sealed class CatalogText;
