using Souq.Listings.Contracts;

namespace Souq.Listings;

/// <summary>What the other modules hear of an advert.</summary>
public static class ListingFacts
{
    /// <summary>It stands where it stood, with the words the public knew.</summary>
    public static ListingPublished BackOnMarket(Listing listing, DateTimeOffset now)
    {
        var content = listing.Shown;
        return new ListingPublished(listing.Id, listing.Revision, listing.Number, listing.SellerId, content.SectionId, content.Title,
            content.CommuneCode, content.Price!, content.Cover?.Id, First: false, now);
    }
}
