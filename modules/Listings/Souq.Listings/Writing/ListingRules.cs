using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Writing;

/// <summary>What an advert must be before it may be submitted. Pure; the same for a form, the API and an import.</summary>
public static class ListingRules
{
    public const int TitleMin = 5;
    public const int TitleMax = 100;
    public const int DescriptionMax = 6000;

    public static IReadOnlyList<Refusal> Words(Section section, string title, string description, Price? price, Commune? commune)
    {
        var refusals = new List<Refusal>();
        if (title.Length == 0) refusals.Add(new("Title.Required", "title"));
        else if (title.Length < TitleMin) refusals.Add(new("Title.TooShort", "title", TitleMin));
        else if (title.Length > TitleMax) refusals.Add(new("Title.TooLong", "title", TitleMax));
        if (description.Length > DescriptionMax) refusals.Add(new("Description.TooLong", "description", DescriptionMax));
        refusals.AddRange(Price(section, price));
        if (commune is null) refusals.Add(new("Place.Required", "commune"));
        return refusals;
    }

    /// <param name="shown">What is asked already: a way of asking that the section no longer knows may stay.</param>
    public static IReadOnlyList<Refusal> Price(Section section, Price? price, Price? shown = null) => price switch
    {
        null => [new Refusal("Price.Required", "price")],
        _ when !section.PriceTypes.Contains(price.Type) && price.Type != shown?.Type => [new Refusal("Price.TypeNotHere", "price_type")],
        { Dinars: not null } when !section.PricePers.Contains(price.Per) && price.Per != shown?.Per => [new Refusal("Price.PerNotHere", "price_per")],
        _ => PriceRules.Check(price),
    };

    /// <summary>Everything that still keeps the draft from being submitted.</summary>
    public static IReadOnlyList<Refusal> Whole(ListingContent draft, CatalogSnapshot catalog)
    {
        if (catalog.Section(draft.SectionId) is not { TakesAdverts: true } section) return [new Refusal("Section.Required", "section")];
        var (_, refusals) = AttributeRules.Read(section, draft.Attributes.ToDictionary(a => a.Key, a => (string?)a.Value));
        return
        [
            .. refusals,
            .. Words(section, draft.Title, draft.Description, draft.Price, catalog.Territory.Commune(draft.CommuneCode)),
            .. draft.Photos.Count > section.PhotoLimit ? [new Refusal("Photo.TooMany", "photos", section.PhotoLimit)] : Array.Empty<Refusal>(),
        ];
    }
}
