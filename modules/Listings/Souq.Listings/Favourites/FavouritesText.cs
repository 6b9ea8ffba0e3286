namespace Souq.Listings.Favourites;

/// <summary>Marks the texts of favourites and of adverts seen lately.</summary>
public sealed class FavouritesText;
