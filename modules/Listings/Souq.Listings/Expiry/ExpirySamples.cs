using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Listings.Display;
using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Listings.Expiry;

/// <summary>The letters of this module, about an advert nobody wrote.</summary>
public sealed class ExpirySamples(LetterRenderer renderer, ListingDisplay display, TimeProvider time, IStringLocalizer<SampleText> sample) : IMailSamples
{
    public IEnumerable<MailSample> All =>
    [
        new(ExpiryLetterTemplate.Key, language => renderer.Render<ExpiryLetter>(language, new Dictionary<string, object?>
        {
            [nameof(ExpiryLetter.Listing)] = new Listing { Number = 1, Public = ListingContent.Empty with { Title = sample["Advert"] }, ExpiresAt = time.GetUtcNow().AddDays(3) },
            [nameof(ExpiryLetter.RecipientName)] = sample["Person"].Value,
            [nameof(ExpiryLetter.Price)] = display.Price(new Price(PriceType.Negotiable, 1_850_000)),
            [nameof(ExpiryLetter.Renew)] = "renew/sample",
        })),
    ];
}
