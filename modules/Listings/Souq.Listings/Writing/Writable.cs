using Souq.Kernel;

namespace Souq.Listings.Writing;

public static class Writable
{
    /// <summary>An advert can be written on unless a moderator is looking at it or it has ended.</summary>
    public static void MustBeWritable(this Listing listing)
    {
        if (listing.Review == ListingReview.Waiting) throw new RefusedException("Listing.BeingReviewed");
        if (listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed) throw new RefusedException("Listing.Ended");
    }
}
