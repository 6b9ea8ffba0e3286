namespace Souq.Listings.Api;

/// <summary>Marks the texts of the API.</summary>
public sealed class ApiText;
