using Microsoft.Extensions.Localization;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Badge;
using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Accounts.Letters;

/// <summary>The letters of this module, about people and stores that do not exist.</summary>
public sealed class AccountSamples(LetterRenderer renderer, IStringLocalizer<SampleText> sample) : IMailSamples
{
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
    ];

    private Store Store => new() { Slug = "sample", Title = sample["Store"] };
}
