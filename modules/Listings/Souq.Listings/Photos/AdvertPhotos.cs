using Souq.Listings.Browsing;
using Souq.Listings.Contracts;

namespace Souq.Listings.Photos;

/// <inheritdoc cref="IAdvertPhotos"/>
public sealed class AdvertPhotos(ListingReader listings) : IAdvertPhotos
{
    public async Task<IReadOnlyList<string>> Of(Guid listingId, bool asPublic, CancellationToken cancellation) =>
        await listings.ById(listingId, cancellation) is { } listing ? [.. (asPublic ? listing.Public ?? listing.Draft : listing.Draft).Photos.Select(p => p.Id)] : [];
}
