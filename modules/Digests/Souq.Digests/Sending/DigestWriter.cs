using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Digests.Adverts;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Web.Addresses;
using Souq.Web.Localisation;

namespace Souq.Digests.Sending;

/// <summary>An advert as a card in a letter.</summary>
/// <param name="Href">Relative.</param>
public sealed record DigestCard(string Href, string Title, string Price, string Line, Uri? Photo);

/// <summary>Writes a digest in the language of its subscription.</summary>
public sealed class DigestWriter(
    LetterRenderer letters, DigestLinks links, PublicAddress address, ICatalog catalog, Formats formats, IStringLocalizer<DigestsText> text)
{
    public async Task<Letter> Write(DigestSubscription subscription, DigestNews news)
    {
        IReadOnlyList<DigestCard> cards;
        using (MailCulture.Use(subscription.Language))
            cards = [.. news.Adverts.Select(Card)];
        var letter = await letters.Render<DigestLetter>(subscription.Language, new Dictionary<string, object?>
        {
            [nameof(DigestLetter.Subscription)] = subscription,
            [nameof(DigestLetter.Cards)] = cards,
            [nameof(DigestLetter.Total)] = news.Total,
        });
        return letter.WithOneClickUnsubscribe(address.For(subscription.Language, links.Stop(subscription.Id)));
    }

    private DigestCard Card(DigestListing listing) => new(
        $"l/{listing.Number}",
        listing.Title,
        Price(listing.Price),
        // The day, not how long ago: a mail may be read much later.
        $"{Place(listing)} · {formats.Date(listing.PublishedAt).Replace(' ', '\u00a0')}",
        listing.PhotoId is { } photo ? address.Asset($"photos/{photo}/card.webp") : null);

    private string Price(Price? price) => price?.Dinars is not null ? PriceFormat.Amount(price, Languages.Current)
        : text[$"Price.{price?.Type ?? PriceType.OnRequest}"];

    private string Place(DigestListing listing)
    {
        var territory = catalog.Current.Territory;
        if (territory.Commune(listing.Commune) is not { } commune) return text["Topic.WholeCountry"];
        var (town, wilaya) = (commune.Name.ToString(), territory.WilayaOf(commune, DateOnly.FromDateTime(listing.PublishedAt.DateTime)).Name.ToString());
        return town == wilaya ? town : text["Place", town, wilaya];
    }
}
