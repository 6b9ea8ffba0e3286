using Microsoft.Extensions.Localization;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Messaging.Giving;
using Souq.Messaging.Ratings;

namespace Souq.Messaging.Letters;

/// <summary>The letters of this module, about conversations that never were.</summary>
public sealed class MessagingSamples(LetterRenderer renderer, IStringLocalizer<SampleText> sample) : IMailSamples
{
    public IEnumerable<MailSample> All =>
    [
        new(MessageLetterTemplate.Key, language => renderer.Render<MessageLetter>(language, new Dictionary<string, object?>
        {
            [nameof(MessageLetter.RecipientName)] = sample["Person"].Value,
            [nameof(MessageLetter.Title)] = sample["Advert"].Value,
            [nameof(MessageLetter.Words)] = sample["Message"].Value,
            [nameof(MessageLetter.Collect)] = sample["Collect"].Value,
            [nameof(MessageLetter.Href)] = "messages",
        })),
        new(RatingLetterTemplate.Key, language => renderer.Render<RatingLetter>(language, new Dictionary<string, object?>
        {
            [nameof(RatingLetter.RecipientName)] = sample["Person"].Value,
            [nameof(RatingLetter.Title)] = sample["Advert"].Value,
            [nameof(RatingLetter.Stars)] = 4,
            [nameof(RatingLetter.Words)] = sample["Message"].Value,
            [nameof(RatingLetter.Href)] = "people",
        })),
        Gift(GiftPromisedTemplate.Key, GiftStanding.Promised),
        Gift(GiftGoneTemplate.Key, GiftStanding.Gone),
    ];

    private MailSample Gift(string name, GiftStanding standing) => new(name, language => renderer.Render<GiftLetter>(language, new Dictionary<string, object?>
    {
        [nameof(GiftLetter.RecipientName)] = sample["Person"].Value,
        [nameof(GiftLetter.Title)] = sample["Gift"].Value,
        [nameof(GiftLetter.Standing)] = standing,
        [nameof(GiftLetter.Href)] = "messages",
    }));
}
