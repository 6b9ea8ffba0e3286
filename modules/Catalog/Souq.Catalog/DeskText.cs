namespace Souq.Catalog;

/// <summary>Names the resources with the words of the desk at which the catalog is edited.</summary>
public sealed class DeskText;
