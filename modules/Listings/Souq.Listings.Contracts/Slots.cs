namespace Souq.Listings.Contracts;

/// <summary>What a component placed on an advert's page is given.</summary>
/// <param name="ViewerId">The signed-in reader; <c>null</c> for a visitor.</param>
/// <param name="IsGift">It is given away.</param>
public sealed record ListingSlot(Guid ListingId, long Number, Guid SellerId, string Title, Guid? ViewerId, bool IsGift = false)
{
    public bool IsOwn => ViewerId == SellerId;
}

/// <summary>What a component placed on a page of results is given: the search as the reader narrowed it.</summary>
/// <param name="Query">See <see cref="KeptSearch.Query"/>.</param>
public sealed record SearchSlot(int? SectionId, int? Wilaya, int? Commune, string? Words, string Query = "");

/// <summary>What a component placed on a seller's desk is given.</summary>
public sealed record DeskSlot(Guid SellerId);

/// <summary>Names of the slots on the pages of this module.</summary>
public static class ListingSlots
{
    /// <summary>Who offers it: <see cref="ListingSlot"/>.</summary>
    public const string Seller = "listing.seller";

    /// <summary>Ways to reach the seller: <see cref="ListingSlot"/>.</summary>
    public const string Contact = "listing.contact";

    /// <summary>What only the owner sees, above his advert: <see cref="ListingSlot"/>.</summary>
    public const string Owner = "listing.owner";

    /// <summary>What a reader can do with an advert besides buying, as a row of small links: <see cref="ListingSlot"/>.</summary>
    public const string Tools = "listing.tools";

    /// <summary>The name of a person, inline, for a seller he wrote to: <c>PersonSlot</c> of Accounts.</summary>
    public const string Person = "listing.person";

    /// <summary>A person who asked for a gift, his name and since when he is here: <c>PersonSlot</c> of Accounts.</summary>
    public const string Asker = "listing.asker";

    /// <summary>Among the tools of a seller's desk: <see cref="DeskSlot"/>.</summary>
    public const string Desk = "desk.tools";

    /// <summary>Beside a page of results: <see cref="SearchSlot"/>.</summary>
    public const string Search = "search.aside";
}
