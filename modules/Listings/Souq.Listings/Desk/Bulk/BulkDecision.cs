using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Bumping;
using Souq.Listings.Closing;
using Souq.Listings.Contracts;
using Souq.Listings.Expiry;
using Souq.Listings.Pricing;

namespace Souq.Listings.Desk.Bulk;

/// <summary>What becomes of one advert among many: the decisions are those of the single buttons. Pure.</summary>
public static class BulkDecision
{
    /// <param name="percent">By how much the price comes down, 1 to 50.</param>
    /// <returns>What happens to it and what others are told; nothing when there is nothing to do.</returns>
    /// <exception cref="RefusedException">It cannot be done with this one.</exception>
    public static (IReadOnlyList<object> Events, IReadOnlyList<object> Facts) Decide(
        BulkKind kind, int percent, Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        switch (kind)
        {
            case BulkKind.Renew:
                var days = catalog.Section(listing.Shown.SectionId)?.LifeDays ?? 60;
                return RenewListingHandler.Decide(new RenewListing(listing.Id, listing.SellerId, null), listing, days, now) is { } renewed
                    ? ([renewed], listing.Life == ListingLife.Expired ? [ListingFacts.BackOnMarket(listing, now)] : []) : ([], []);
            case BulkKind.Bump:
                return ([BumpListingHandler.Decide(listing, now)], []);
            case BulkKind.Sold:
                return MarkSoldHandler.Decide(listing, SoldWhere.Unsaid, null, now) is { } sold ? ([sold], [listing.Ended(ListingEnd.Sold, now)]) : ([], []);
            case BulkKind.Withdraw:
                return WithdrawListingHandler.Decide(listing, now) is { } withdrawn ? ([withdrawn], [listing.Ended(ListingEnd.Withdrawn, now)]) : ([], []);
            default:
                if (listing.Public?.Price is not { Amount: { } amount } price) throw new RefusedException("Bulk.NoPrice");
                var events = ChangePriceHandler.Decide(price with { Dinars = amount.Less(percent).Dinars }, listing, catalog, now);
                return (events, [.. events.Select(e => ChangePriceHandler.FactOf(listing, e)).OfType<object>()]);
        }
    }

    public static Listing After(Listing listing, IReadOnlyList<object> events) => events.Aggregate(listing, (l, e) => e switch
    {
        Renewed x => l.Apply(x),
        Bumped x => l.Apply(x),
        Sold x => l.Apply(x),
        Withdrawn x => l.Apply(x),
        PriceChanged x => l.Apply(x),
        WordsWritten x => l.Apply(x),
        Submitted x => l.Apply(x),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not done in bulk"),
    });

    /// <summary>Takes it back, if the advert still is what it was made.</summary>
    public static (object? Event, object? Fact) Undo(BulkKind kind, BulkDone done, Listing listing, DateTimeOffset now)
    {
        if (BulkState.Of(listing) != done.After) return (null, null);
        var before = done.Before;
        if (kind == BulkKind.Bump) return (new Bumped(before.ListedAt ?? now), null);
        if (kind == BulkKind.Price)
            return (before.Price is null ? null : new PriceChanged(before.Price, null, now, ChangePriceHandler.IsEarly(listing, now)), null);
        // What ended meanwhile by the calendar comes back as ended.
        var life = before.Life == ListingLife.Published && before.ExpiresAt <= now ? ListingLife.Expired : before.Life;
        if (life == ListingLife.Published && listing.HiddenSince is not null) life = ListingLife.Hidden;
        var reopened = new Reopened(life, before.ExpiresAt, now);
        return (life, listing.IsOnMarket) switch
        {
            (ListingLife.Published, false) => (reopened, ListingFacts.BackOnMarket(listing, now)),
            (not ListingLife.Published, true) => (reopened, listing.Ended(ListingEnd.Expired, now)),
            _ => (reopened, null),
        };
    }
}
