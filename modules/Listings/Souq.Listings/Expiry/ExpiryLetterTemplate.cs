using Souq.Listings.Browsing;
using Souq.Listings.Display;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Web.Addresses;

namespace Souq.Listings.Expiry;

/// <summary>The letter that says an advert ends soon, with a link that renews it without signing in.</summary>
public sealed class ExpiryLetterTemplate(
    ListingReader listings, ListingDisplay display, RenewalLinks links, PublicAddress address, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "listing.expiring";

    public string Name => Key;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        // Renewed, sold or withdrawn since: nothing to say any more.
        if (await listings.ById(context.SubjectId, cancellation) is not { IsOnMarket: true } listing
            || listing.ExpiryAnnouncedFor != listing.ExpiresAt) return null;
        return await renderer.Render<ExpiryLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(ExpiryLetter.Listing)] = listing,
            [nameof(ExpiryLetter.RecipientName)] = context.RecipientName,
            [nameof(ExpiryLetter.Price)] = display.Price(listing.Shown.Price),
            [nameof(ExpiryLetter.Photo)] = listing.Shown.Cover is { } cover ? address.Asset($"photos/{cover.Id}/card.webp") : null,
            [nameof(ExpiryLetter.Renew)] = "renew/" + links.Of(listing),
        });
    }
}
