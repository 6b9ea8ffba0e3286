using Microsoft.Extensions.Localization;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Badge;
using Souq.Accounts.Stores.Following;
using Souq.Accounts.Stores.Showing;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Accounts.Letters;

/// <summary>The letters of this module, about people and stores that do not exist.</summary>
public sealed class AccountSamples(LetterRenderer renderer, StoreWords words, IStringLocalizer<SampleText> sample) : IMailSamples
{
    private const int Commune = 1601;

    public IEnumerable<MailSample> All =>
    [
        .. new[] { ("accounts.confirm", "Letter.Confirm"), ("accounts.reset", "Letter.Reset"), ("accounts.known", "Letter.AlreadyKnown"), ("accounts.reach", "Letter.Reach") }
            .Select(l => new MailSample(l.Item1, language => renderer.Render<AccountLetter>(language, new Dictionary<string, object?>
            {
                [nameof(AccountLetter.Key)] = l.Item2,
                [nameof(AccountLetter.Href)] = "confirm/sample",
            }))),
        new(BadgeLetterTemplate.Key, language => renderer.Render<BadgeLetter>(language, new Dictionary<string, object?>
        {
            [nameof(BadgeLetter.Store)] = Store with { Badge = BadgeState.Denied, BadgeWords = sample["Moderator"] },
        })),
        new(StoreNewsTemplate.Key, language => renderer.Render<StoreNewsLetter>(language, new Dictionary<string, object?>
        {
            [nameof(StoreNewsLetter.Parts)] = new List<StoreNewsPart> { new(Store, [News("Advert", 1_850_000), News("Gift", 12_000)], 9) },
            [nameof(StoreNewsLetter.Total)] = 9,
            [nameof(StoreNewsLetter.Words)] = words,
            [nameof(StoreNewsLetter.Photo)] = (Func<StoreNews, Uri?>)(_ => null),
            [nameof(StoreNewsLetter.Stop)] = "following/stop/sample",
        })),
    ];

    private Store Store => new() { Slug = "sample", Title = sample["Store"] };

    private StoreNews News(string title, long dinars) => new(Guid.Empty, Guid.Empty, 1, sample[title], new Price(PriceType.Firm, dinars), Commune, null, DateTimeOffset.UnixEpoch);
}
