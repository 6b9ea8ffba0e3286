namespace Souq.Listings.Sharing;

/// <summary>Marks the texts about handing an advert on.</summary>
public sealed class SharingText;
