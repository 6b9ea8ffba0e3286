namespace Souq.Listings.Importing;

/// <summary>Marks the texts of merchants' files and programs.</summary>
public sealed class ImportText;
