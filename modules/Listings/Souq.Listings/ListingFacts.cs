using Souq.Listings.Contracts;
using Souq.Listings.Publishing;
using Wolverine;

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

    /// <summary>What follows from the last thing that happened to an advert, as far as it is submitted or published by it.</summary>
    public static OutgoingMessages Of(Listing listing, object last) => last switch
    {
        Published published => [.. Unseen(listing, published)],
        Submitted submitted => [SubmitListingHandler.FactOf(listing, submitted)],
        _ => [],
    };

    /// <summary>It appears at once: no moderator has seen what it says.</summary>
    public static IReadOnlyList<object> Unseen(Listing listing, Published published)
    {
        var fact = CaseDecidedHandler.FactOf(listing, published);
        return [fact, new ListingsUnseen([new(fact, published.Content.Description)])];
    }

    /// <summary>Facts about many adverts, each kind in one message.</summary>
    public static OutgoingMessages AtOnce(IEnumerable<object> facts)
    {
        var (all, messages) = (facts.ToList(), new OutgoingMessages());
        if (all.OfType<ListingSubmitted>().ToList() is { Count: > 0 } submitted) messages.Add(new ListingsSubmitted(submitted));
        if (all.OfType<ListingPublished>().ToList() is { Count: > 0 } published) messages.Add(new ListingsPublished(published));
        if (all.OfType<ListingsUnseen>().SelectMany(u => u.Listings).ToList() is { Count: > 0 } unseen) messages.Add(new ListingsUnseen(unseen));
        if (all.OfType<ListingEnded>().ToList() is { Count: > 0 } ended) messages.Add(new ListingsEnded(ended));
        return messages;
    }
}
