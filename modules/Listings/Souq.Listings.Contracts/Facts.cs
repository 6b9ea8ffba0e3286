using Souq.Kernel;

namespace Souq.Listings.Contracts;

/// <summary>Something about a submitted advert that a moderator should see.</summary>
/// <param name="Code">Such as <see cref="SamePhotos"/>.</param>
/// <param name="Number">The other advert it is about.</param>
public sealed record ListingFlag(string Code, long Number)
{
    /// <summary>Another seller's advert shows the same pictures.</summary>
    public const string SamePhotos = "same-photos";
}

/// <summary>A seller asks for his advert, in this revision, to be published.</summary>
/// <param name="Number">The short public number, as in <c>/l/{number}</c>.</param>
/// <param name="CommuneCode">ONS code.</param>
/// <param name="PhotoId">The cover photo, if there is one.</param>
public sealed record ListingSubmitted(
    Guid ListingId, int Revision, long Number, Guid SellerId, int SectionId, string Title, int CommuneCode, Price Price, string? PhotoId,
    DateTimeOffset At, IReadOnlyList<ListingFlag>? Flags = null, string Description = "");

/// <summary>An advert is on the market, for the first time or in a new revision.</summary>
/// <param name="First">True the first time it appears; a later revision is no news for subscribers.</param>
public sealed record ListingPublished(
    Guid ListingId, int Revision, long Number, Guid SellerId, int SectionId, string Title, int CommuneCode, Price Price, string? PhotoId,
    bool First, DateTimeOffset At);

/// <summary>
/// Adverts that came to the market without a moderator having seen what they say, as from a file or by a small edit. Beside the news of their
/// publication and apart from it: what they say is long, and only moderation reads it.
/// </summary>
public sealed record ListingsUnseen(IReadOnlyList<UnseenListing> Listings);

public sealed record UnseenListing(ListingPublished Published, string Description);

/// <summary>A public price is another one from now on.</summary>
/// <param name="Was">When it is a drop: the lowest price of the thirty days before, in dinars.</param>
public sealed record ListingPriceChanged(Guid ListingId, Price Price, long? Was, DateTimeOffset At);

/// <summary>Hidden: out of sight until a moderator has looked; it may come back as if it were published again.</summary>
public enum ListingEnd { Sold, Withdrawn, Expired, Removed, Hidden }

/// <summary>An advert is no longer on the market.</summary>
/// <param name="Buyer">Who bought it, when the seller named him.</param>
public sealed record ListingEnded(Guid ListingId, long Number, Guid SellerId, ListingEnd How, DateTimeOffset At, Guid? Buyer = null);

/// <summary>Many at once, as from a file: each as if it had been told alone. Who listens to one listens to the other.</summary>
public sealed record ListingsSubmitted(IReadOnlyList<ListingSubmitted> Listings);

/// <inheritdoc cref="ListingsSubmitted"/>
public sealed record ListingsPublished(IReadOnlyList<ListingPublished> Listings);

/// <summary>
/// Public prices that changed, in the order they did. Merchants' programs set thousands at a time: those of some moments are always told together,
/// never one alone, and come again after a crash.
/// </summary>
public sealed record ListingPricesChanged(IReadOnlyList<ListingPriceChanged> Listings)
{
    /// <summary>The newest price of each advert.</summary>
    public IEnumerable<ListingPriceChanged> Newest() => Listings.GroupBy(f => f.ListingId).Select(g => g.MaxBy(f => f.At)!);
}

/// <inheritdoc cref="ListingsSubmitted"/>
public sealed record ListingsEnded(IReadOnlyList<ListingEnded> Listings);
