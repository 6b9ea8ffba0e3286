namespace Souq.Accounts.Contracts;

/// <summary>What a component placed on a person's public page is given.</summary>
public sealed record PersonSlot(Guid PersonId);

/// <summary>What a component placed on a store's public page is given.</summary>
/// <param name="Path">Of the page, relative to the base of the language: <c>s/{slug}</c>. The query is the component's own.</param>
public sealed record StoreSlot(Guid PersonId, Guid StoreId, string Path, string Title);

/// <summary>What a component placed on the page about trust is given.</summary>
/// <param name="Level">The level it speaks of: that of the person, or the next.</param>
public sealed record TrustSlot(Guid PersonId, TrustLevel Level);

/// <summary>Names of the slots on the pages of this module.</summary>
public static class AccountSlots
{
    /// <summary>On a person's public page, what he offers: <see cref="PersonSlot"/>.</summary>
    public const string Listings = "person.listings";

    /// <summary>On a store's public page, what it offers, to be searched like the market: <see cref="StoreSlot"/>.</summary>
    public const string StoreListings = "store.listings";

    /// <summary>Beside a seller, wherever he is named: how he is rated, as a paragraph: <see cref="PersonSlot"/>.</summary>
    public const string Rated = "person.rated";

    /// <summary>On a person's page of ratings, what people say of him: <see cref="PersonSlot"/>. The query is the component's own.</summary>
    public const string Ratings = "person.ratings";

    /// <summary>On the page <c>me</c>, further links as <c>li</c> elements: <see cref="PersonSlot"/>.</summary>
    public const string Me = "me.links";

    /// <summary>On the page about trust, what a level allows, as <c>li</c> elements: <see cref="TrustSlot"/>.</summary>
    public const string Trust = "trust.allows";
}
