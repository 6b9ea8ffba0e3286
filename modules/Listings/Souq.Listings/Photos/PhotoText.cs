namespace Souq.Listings.Photos;

/// <summary>Marks the texts about photos.</summary>
public sealed class PhotoText;
