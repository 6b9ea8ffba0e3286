namespace Souq.Listings.Contracts;

/// <summary>The photos of adverts, for those who judge them.</summary>
public interface IAdvertPhotos
{
    /// <summary>Their ids, in the order the advert shows them; none where there is no such advert.</summary>
    /// <param name="asPublic">As buyers see it; else as it was last written.</param>
    Task<IReadOnlyList<string>> Of(Guid listingId, bool asPublic, CancellationToken cancellation);
}
