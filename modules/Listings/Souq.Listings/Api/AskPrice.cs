using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Importing;
using Souq.Listings.Pricing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Api;

/// <summary>A program asks another price; see <see cref="ChangePrice"/>. What the amount buys stays as it was, unless the program says it.</summary>
/// <param name="Cells">By the names of <see cref="PriceCells"/>.</param>
public sealed record AskPrice(Guid ListingId, Guid ActorId, IReadOnlyDictionary<string, string> Cells);

public static class AskPriceHandler
{
    public static (ApiStanding, Events, OutgoingMessages) Handle(AskPrice command, [WriteModel] Listing listing, ICatalog catalog, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        var (price, refusals) = PriceCells.Read(cell => command.Cells.GetValueOrDefault(cell) ?? "", listing.Shown.Price?.Per ?? PricePer.Whole);
        if (price is null) throw new RefusedException(refusals);
        var events = ChangePriceHandler.Decide(price, listing, catalog.Current, time.GetUtcNow());
        var standing = ApiStanding.Of(listing);
        if (events.OfType<Submitted>().Any()) standing = standing with { State = "waiting" };
        return (standing, new Events(events), [.. events.Select(e => ChangePriceHandler.FactOf(listing, e)).OfType<object>()]);
    }
}
