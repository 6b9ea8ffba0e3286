using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Publishing;
using Souq.Listings.Writing;

namespace Souq.Listings.Importing;

/// <summary>What becomes of one line: the events of a whole new advert, or why not. The decisions are those of the forms.</summary>
public static class ImportDecision
{
    public static (IReadOnlyList<object> Events, Listing? Listing, IReadOnlyList<Refusal> Refusals) Decide(
        ImportRow row, Guid sellerId, long number, bool publish, CatalogSnapshot catalog, DateTimeOffset now)
    {
        now = row.At ?? now;
        try
        {
            if (row.Ref.Length is 0 or > 100) throw new RefusedException("Import.RefRequired", "ref");
            if (catalog.Section(row["section"].Trim()) is not { } section) throw new RefusedException("Import.UnknownSection", "section", row["section"]);
            var place = Place(row, catalog.Territory);
            var details = WriteDetailsHandler.Decide(section.Id, row.Attributes, catalog);
            var words = WriteWordsHandler.Decide(
                new WriteWords(Guid.Empty, sellerId, row["title"], row["description"], Price(row), place), section.Id, catalog);
            var content = new ListingContent(section.Id, details.Attributes, words.Title, words.Description, words.Price, words.CommuneCode, row.Photos);
            var given = new HandedIn(sellerId, number, row.Ref, content, now);
            var listing = Listing.Create(given);
            var submitted = (Submitted)SubmitListingHandler.Decide(listing, catalog, now);
            listing = listing.Apply(submitted);
            if (!publish) return ([given, submitted], listing, []);
            var published = CaseDecidedHandler.Publish(listing, catalog, now);
            return ([given, submitted, published], listing.Apply(published), []);
        }
        catch (RefusedException refused)
        {
            return ([], null, refused.Refusals);
        }
    }

    // Without a commune an advert stands in the wilaya as a whole.
    private static int Place(ImportRow row, Territory territory)
    {
        var wilaya = row["wilaya"].Trim() is { Length: > 0 } name
            ? territory.FindWilaya(name) ?? throw new RefusedException("Import.UnknownWilaya", "wilaya", name)
            : null;
        if (row["commune"].Trim() is { Length: > 0 } commune && territory.FindCommune(commune, wilaya?.Code) is { } found) return found.Code;
        return wilaya is null ? throw new RefusedException("Import.PlaceRequired", "wilaya") : Territory.WholeWilaya(wilaya.Code);
    }

    private static Price? Price(ImportRow row)
    {
        var type = row["price_type"].Trim().ToLowerInvariant() switch
        {
            "" or "firm" => PriceType.Firm,
            "negotiable" => PriceType.Negotiable,
            "best_offer" => PriceType.BestOffer,
            "free" => PriceType.Free,
            "on_request" => PriceType.OnRequest,
            _ => throw new RefusedException("Import.UnknownPriceType", "price_type", row["price_type"]),
        };
        if (type is PriceType.Free or PriceType.OnRequest) return new Price(type, null);
        var unit = row["price_unit"].Trim().ToLowerInvariant() switch
        {
            "" or "da" => PriceUnit.Dinar,
            "million" => PriceUnit.Million,
            "milliard" => PriceUnit.Milliard,
            _ => throw new RefusedException("Import.UnknownPriceUnit", "price_unit", row["price_unit"]),
        };
        if (Money.Amount(row["price"], unit) is not { } amount) throw new RefusedException("Price.NotANumber", "price", row["price"]);
        return Money.Of(amount, unit) is { } money ? new Price(type, money.Dinars) : throw new RefusedException("Price.OutOfBounds", "price");
    }
}
