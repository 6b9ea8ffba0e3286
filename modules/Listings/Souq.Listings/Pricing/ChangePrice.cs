using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Publishing;
using Souq.Listings.Writing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Pricing;

/// <summary>The seller asks another price. On the market it holds at once, unless it is so far from the old one that somebody must look.</summary>
public sealed record ChangePrice(Guid ListingId, Guid ActorId, Price Price);

public static class ChangePriceHandler
{
    /// <summary>After this long everybody has heard of a publication, even of thousands at once.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    public static (Events, OutgoingMessages) Handle(ChangePrice command, [WriteModel] Listing listing, ICatalog catalog, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        var events = Decide(command.Price, listing, catalog.Current, time.GetUtcNow());
        return (new Events(events), [.. events.Select(e => FactOf(listing, e)).OfType<object>()]);
    }

    public static IReadOnlyList<object> Decide(Price price, Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (listing is not { IsOnMarket: true, Public: { } shown }) throw new RefusedException("Listing.NotOnMarket");
        if (catalog.Section(shown.SectionId) is not { } section) throw new RefusedException("Section.Required", "section");
        var refusals = ListingRules.Price(section, price, shown.Price);
        if (refusals.Count > 0) throw new RefusedException(refusals);
        if (price == shown.Price) return [];
        if (!EditSize.IsFar(shown.Price, price)) return [new PriceChanged(price, DropFrom(listing, shown, price, now), now, IsEarly(listing, now))];

        listing.MustBeWritable();
        var draft = listing.Draft;
        return [new WordsWritten(draft.Title, draft.Description, price, draft.CommuneCode), new Submitted(listing.Revision + 1, now)];
    }

    /// <summary>See <see cref="PriceChanged"/>; a price per month is no drop from one for the whole.</summary>
    public static long? DropFrom(Listing listing, ListingContent shown, Price price, DateTimeOffset now) =>
        shown.Price?.Per == price.Per ? PriceHistory.DropFrom(listing.Prices, price, now) : null;

    /// <summary>See <see cref="PriceChanged.Early"/>.</summary>
    public static bool IsEarly(Listing listing, DateTimeOffset now) => now - listing.ShownAt < Fresh;

    /// <summary>A price itself is told by <see cref="TellPrices"/>.</summary>
    public static object? FactOf(Listing listing, object @event) => @event is Submitted submitted ? SubmitListingHandler.FactOf(listing, submitted) : null;
}
