using Souq.Listings.Browsing;
using Souq.Listings.Desk;

namespace Souq.Listings.Api;

/// <summary>An advert as its seller's program sees it.</summary>
/// <param name="Ref">The seller's own name for it, or null.</param>
/// <param name="State"><c>draft, waiting, refused, published, expired, hidden, sold, withdrawn</c> or <c>removed</c>.</param>
/// <param name="OnMarket">Buyers see it, perhaps in an older version while a newer one waits.</param>
/// <param name="Reason">Code of the reason it was refused or removed for.</param>
/// <param name="Section">Slug.</param>
/// <param name="Attributes">Canonical values by attribute key, as last written.</param>
/// <param name="Url">Absolute address of its page.</param>
public sealed record ApiOwnListing(
    long Number, string? Ref, string State, bool OnMarket, string? Reason, string Section, string Title, string Description, ApiPrice? Price,
    ApiPlace Wilaya, ApiPlace? Commune, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<Uri> Photos,
    DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset? ExpiresAt, Uri Url);

/// <param name="Next">To be sent as <c>after</c> for the next page; null on the last.</param>
public sealed record ApiOwnListings(IReadOnlyList<ApiOwnListing> Items, string? Next);

/// <summary>What creating or changing an advert is answered with.</summary>
/// <param name="State">See <see cref="ApiOwnListing"/>.</param>
public sealed record ApiStanding(long Number, string? Ref, string State, bool OnMarket, DateTimeOffset? ExpiresAt)
{
    public static ApiStanding Of(Listing listing) =>
        new(listing.Number, listing.Ref, StateOf(listing), listing.IsOnMarket, listing.ExpiresAt);

    public static string StateOf(Listing listing) => DeskState.Of(listing).Name.ToLowerInvariant();
}
