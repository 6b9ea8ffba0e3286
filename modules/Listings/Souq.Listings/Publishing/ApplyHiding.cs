using Souq.Listings.Contracts;
using Souq.Moderation.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Publishing;

/// <summary>Nobody shall see an advert before a moderator has: it leaves the market, and for the other modules that is an end like others.</summary>
public static class SubjectHiddenHandler
{
    public static (Events, OutgoingMessages) Handle(SubjectHidden fact, [WriteModel(nameof(SubjectHidden.SubjectId))] Listing? listing, TimeProvider time)
    {
        if (fact.SubjectKind != CaseDecidedHandler.SubjectKind || listing is null) return ([], []);
        var now = time.GetUtcNow();
        return Decide(listing, fact, now) is not { } hidden ? ([], [])
            : ([hidden], listing.IsOnMarket ? [listing.Ended(ListingEnd.Hidden, now)] : []);
    }

    /// <returns><c>null</c> when it is hidden or gone already, or when a moderator has looked since.</returns>
    public static Hidden? Decide(Listing listing, SubjectHidden fact, DateTimeOffset now) =>
        listing is { IsInSight: true } && !(fact.At <= listing.ShownAgainAt) ? new Hidden(now) : null;
}

/// <summary>A moderator has looked: the advert stands where it stood, and gets the days back that it lost.</summary>
public static class SubjectShownHandler
{
    public static (Events, OutgoingMessages) Handle(SubjectShown fact, [WriteModel(nameof(SubjectShown.SubjectId))] Listing? listing, TimeProvider time)
    {
        if (fact.SubjectKind != CaseDecidedHandler.SubjectKind || listing is null) return ([], []);
        var now = time.GetUtcNow();
        return Decide(listing, fact) is not { } shown ? ([], [])
            : ([shown], listing.Life == ListingLife.Hidden ? [ListingFacts.BackOnMarket(listing, now)] : []);
    }

    /// <summary>Also of an advert that was not hidden yet: the order to hide it may come later than this one.</summary>
    public static ShownAgain? Decide(Listing listing, SubjectShown fact) =>
        listing.Life == ListingLife.Removed || fact.At <= listing.ShownAgainAt ? null
        : new ShownAgain(listing.Life == ListingLife.Hidden ? ListingLife.Published : listing.Life, listing.ExpiresAt + listing.LostTo(fact.At), fact.At);

    /// <summary>How long it has been hidden.</summary>
    public static TimeSpan LostTo(this Listing listing, DateTimeOffset now) => listing.HiddenSince is { } since && now > since ? now - since : TimeSpan.Zero;
}
