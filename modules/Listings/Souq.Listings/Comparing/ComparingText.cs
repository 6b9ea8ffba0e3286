namespace Souq.Listings.Comparing;

/// <summary>Marks the texts about what changed in an advert and where its photos are seen too.</summary>
public sealed class ComparingText;
