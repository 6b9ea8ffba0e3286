using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Web.Components;

namespace Souq.Listings.Display;

/// <summary>Adverts in the words and numbers of the reader's language.</summary>
public sealed class ListingDisplay(ICatalog catalog, IStringLocalizer<ListingsText> text, TimeProvider time)
{
    /// <summary>The price in dinars, or the word that stands for it.</summary>
    public string Price(Price? price) => price switch
    {
        null => "",
        { Dinars: not null } => PriceFormat.Amount(price, Languages.Current),
        { Type: PriceType.Free } => text["Price.Free"],
        { Type: PriceType.Exchange } => text["Price.Exchange"],
        _ => text["Price.OnRequest"],
    };

    /// <summary>As people say it, in millions or milliards of centimes, where the section speaks so.</summary>
    public string? Spoken(Price? price, int sectionId) =>
        price?.Amount is { } amount && catalog.Current.Section(sectionId) is { SpeaksMillions: true }
            ? amount.Spoken(Languages.Current)
            : null;

    /// <summary>The commune and its wilaya of today; one name when they are the same.</summary>
    public string Place(int communeCode, bool wilayaToo = true)
    {
        var territory = catalog.Current.Territory;
        if (territory.Commune(communeCode) is not { } commune) return "";
        var wilaya = territory.WilayaOf(commune, Today).Name.In(Languages.Current);
        var name = commune.Name.In(Languages.Current);
        return !wilayaToo || name == wilaya ? name : text["Place.InWilaya", name, wilaya];
    }

    /// <summary>
    /// Attribute names and values in the order of the section; what it no longer asks comes last, with the name it was asked by when the
    /// catalog remembers it.
    /// </summary>
    public IReadOnlyList<Fact> Facts(ListingContent content)
    {
        var section = catalog.Current.Section(content.SectionId);
        var written = content.WrittenIn is { } id ? catalog.Current.Section(id) : section;
        // What the advert answered is what the section it was written in asked: another may ask something else by the same key.
        var asked = (written?.Attributes ?? []).Where(a => content.Attributes.ContainsKey(a.Key)).ToList();
        return
        [
            .. asked.Select(a => Fact(a, content.Attributes[a.Key])),
            .. content.Attributes.Where(a => asked.TrueForAll(d => d.Key != a.Key))
                .Select(a => written?.AttributeEver(a.Key) is { } former ? Fact(former, a.Value) : new Fact(a.Key, a.Value)),
        ];
    }

    private static Fact Fact(AttributeDefinition attribute, string value) =>
        new(attribute.Name.In(Languages.Current), AttributeRules.Display(attribute, value, Languages.Current));

    public static IReadOnlyList<PhotoModel> Photos(ListingContent content) =>
        [.. content.Photos.Select(p => new PhotoModel(p.Id, p.Tone, p.Width, p.Height, content.Title))];

    public ListingCardModel Card(SearchHit hit) =>
        new(hit.Number, hit.Title, hit.Price, Place(hit.CommuneCode, wilayaToo: false), hit.ListedAt)
        {
            Photo = hit.PhotoId is { } photo ? new PhotoModel(photo, hit.Tone) : null,
            PhotoCount = hit.PhotoCount,
            OldDinars = hit.DroppedAt > time.GetUtcNow() - PriceHistory.Memory ? hit.Was : null,
            Icon = catalog.Current.Section(hit.SectionId)?.Icon ?? "package",
            Facts = CardFacts(hit.SectionId, hit.Attributes),
        };

    /// <summary>As it would look on the market, before it has been there.</summary>
    public ListingCardModel Card(ListingContent content, long number) =>
        new(number, content.Title, content.Price!, Place(content.CommuneCode, wilayaToo: false), time.GetUtcNow())
        {
            Icon = catalog.Current.Section(content.SectionId)?.Icon ?? "package",
            Facts = CardFacts(content.SectionId, content.Attributes),
        };

    private string? CardFacts(int sectionId, IReadOnlyDictionary<string, string> values)
    {
        var facts = catalog.Current.Section(sectionId)?.Attributes
            .Where(a => a.OnCard && values.ContainsKey(a.Key))
            .Select(a => AttributeRules.Display(a, values[a.Key], Languages.Current));
        return facts is null ? null : string.Join(" · ", facts) is { Length: > 0 } line ? line : null;
    }

    public string Section(int sectionId) => catalog.Current.Section(sectionId)?.Name.In(Languages.Current) ?? "";

    public DateOnly Today => Souq.Web.Localisation.Formats.Today(time);
}
