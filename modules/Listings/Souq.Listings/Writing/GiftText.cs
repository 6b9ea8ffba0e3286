namespace Souq.Listings.Writing;

/// <summary>Marks the texts for who gives something away.</summary>
public sealed class GiftText;
