using Souq.Catalog.Contracts;
using Souq.Listings.Pricing;
using Souq.Listings.Publishing;
using Souq.Listings.Reopening;
using Souq.Listings.Writing;

namespace Souq.Listings.Importing;

/// <summary>What happens to an advert, and what the other modules hear of it.</summary>
public sealed record Rewritten(IReadOnlyList<object> Events, IReadOnlyList<object> Facts)
{
    public static Rewritten Nothing { get; } = new([], []);
}

/// <summary>An advert is given anew as a whole. The difference is decided as if the seller had typed it: a price alone as a price, the rest as an edit.</summary>
public static class Rewriting
{
    /// <param name="wanted">Its photos do not count: those of the advert stay.</param>
    /// <param name="backInStock">An advert that was withdrawn comes back: it is in the seller's file again.</param>
    public static Rewritten Decide(Listing listing, ListingContent wanted, bool backInStock, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var (events, facts) = (new List<object>(), new List<object>());
        var isBack = false;
        if (backInStock && listing.Life == ListingLife.Withdrawn && ReopenListingHandler.Decide(listing, now) is { } reopened)
        {
            listing = listing.Apply(reopened);
            events.Add(reopened);
            isBack = true;
            if (listing.IsOnMarket) facts.Add(ListingFacts.BackOnMarket(listing, now));
        }

        wanted = wanted with { Photos = listing.Draft.Photos };
        var (details, words) = (!SameDetails(listing.Draft, wanted), !SameWords(listing.Draft, wanted));
        // What waited when it was withdrawn waits again; a draft of the desk is not sent off by saying the same.
        if (!details && !words && !(isBack && listing.Review == ListingReview.Draft)) return new(events, facts);
        if (!details && OnlyPrice(listing, wanted))
            return Told(listing, ChangePriceHandler.Decide(wanted.Price!, listing, catalog, now), events, facts);

        listing.MustBeWritable();
        if (details)
        {
            var written = new DetailsWritten(wanted.SectionId, wanted.Attributes);
            listing = listing.Apply(written);
            events.Add(written);
        }

        if (words)
        {
            var written = new WordsWritten(wanted.Title, wanted.Description, wanted.Price!, wanted.CommuneCode);
            listing = listing.Apply(written);
            events.Add(written);
        }

        var sent = SubmitListingHandler.Decide(listing, catalog, now);
        events.Add(sent);
        facts.AddRange(sent is Published published ? ListingFacts.Unseen(listing, published) : [SubmitListingHandler.FactOf(listing, (Submitted)sent)]);
        return new(events, facts);
    }

    private static Rewritten Told(Listing listing, IReadOnlyList<object> priced, List<object> events, List<object> facts)
    {
        events.AddRange(priced);
        foreach (var e in priced)
        {
            if (e is WordsWritten words) listing = listing.Apply(words);
            if (ChangePriceHandler.FactOf(listing, e) is { } fact) facts.Add(fact);
        }

        return new(events, facts);
    }

    private static bool OnlyPrice(Listing listing, ListingContent wanted) =>
        listing is { IsOnMarket: true, Review: ListingReview.Approved } && SameWords(listing.Draft with { Price = wanted.Price }, wanted);

    private static bool SameWords(ListingContent a, ListingContent b) =>
        a.Title == b.Title && a.Description == b.Description && a.Price == b.Price && a.CommuneCode == b.CommuneCode;

    private static bool SameDetails(ListingContent a, ListingContent b) =>
        a.SectionId == b.SectionId && a.Attributes.Count == b.Attributes.Count
        && a.Attributes.All(pair => b.Attributes.GetValueOrDefault(pair.Key) == pair.Value);
}
