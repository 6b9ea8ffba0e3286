using System.Security.Claims;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Web.Security;

namespace Souq.Listings.Writing;

public static class OwnListing
{
    /// <summary>The reader's own advert.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public static async Task<Listing> Load(ListingReader listings, Guid id, ClaimsPrincipal user)
    {
        var listing = await listings.ById(id) ?? throw new NotFoundException("The listing");
        listing.MustBelongTo(user.PersonId() ?? Guid.Empty);
        return listing;
    }
}
