using System.Linq.Expressions;
using Marten;
using Souq.Kernel;

namespace Souq.Listings.Api;

/// <summary>A seller's own adverts by where they stand, newest first.</summary>
public sealed class OwnListings(IListingsStore store)
{
    public const int Most = 100;

    internal static readonly IReadOnlyDictionary<string, Expression<Func<Listing, bool>>> States = new Dictionary<string, Expression<Func<Listing, bool>>>
    {
        ["draft"] = l => l.Life == ListingLife.NotYet && l.Review == ListingReview.Draft,
        ["waiting"] = l => l.Review == ListingReview.Waiting && l.Life != ListingLife.Hidden,
        ["refused"] = l => l.Review == ListingReview.Refused && (l.Life == ListingLife.NotYet || l.Life == ListingLife.Published || l.Life == ListingLife.Expired),
        ["published"] = l => l.Life == ListingLife.Published && (l.Review == ListingReview.Approved || l.Review == ListingReview.Draft),
        ["expired"] = l => l.Life == ListingLife.Expired && (l.Review == ListingReview.Approved || l.Review == ListingReview.Draft),
        ["hidden"] = l => l.Life == ListingLife.Hidden,
        ["sold"] = l => l.Life == ListingLife.Sold,
        ["withdrawn"] = l => l.Life == ListingLife.Withdrawn,
        ["removed"] = l => l.Life == ListingLife.Removed,
    };

    /// <param name="state">See <see cref="ApiOwnListing"/>; <c>null</c> for all.</param>
    /// <param name="after">Word of the page before, as it was answered.</param>
    /// <param name="limit">1 to <see cref="Most"/>.</param>
    /// <exception cref="RefusedException">A parameter that cannot be.</exception>
    public async Task<(IReadOnlyList<Listing> Items, string? Next)> Find(Guid sellerId, string? state, string? after, int limit, CancellationToken cancellation)
    {
        var before = 0L;
        if (state is not null && !States.ContainsKey(state)) throw new RefusedException("Api.UnknownState", "state");
        if (after is not null && !Cursor.TryDecode(after, out before, out long _)) throw new RefusedException("Api.BadCursor", "after");
        if (limit is < 1 or > Most) throw new RefusedException("Api.BadLimit", "limit", Most);

        await using var session = store.QuerySession();
        var query = session.Query<Listing>().Where(l => l.SellerId == sellerId);
        if (state is not null) query = query.Where(States[state]);
        if (after is not null) query = query.Where(l => l.Number < before);
        var found = await query.OrderByDescending(l => l.Number).Take(limit + 1).ToListAsync(cancellation);
        return ([.. found.Take(limit)], found.Count > limit ? Cursor.Encode(found[limit - 1].Number, 0L) : null);
    }
}
