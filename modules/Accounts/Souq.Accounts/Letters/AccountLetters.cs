using Souq.Mail.Letters;
using Souq.Mail.Posting;

namespace Souq.Accounts.Letters;

/// <summary>Letters about the account itself: they must not be lost, and a second copy does no harm.</summary>
public sealed class AccountLetters(LetterRenderer renderer, PostOffice post)
{
    /// <param name="key">Prefix of the texts, such as <c>Letter.Confirm</c>.</param>
    /// <param name="letterId">The same in every try to send this letter.</param>
    public async Task Send(string key, Guid letterId, Person person, string href, CancellationToken cancellation)
    {
        var letter = await renderer.Render<AccountLetter>(person.Language, new Dictionary<string, object?>
        {
            [nameof(AccountLetter.Key)] = key,
            [nameof(AccountLetter.Href)] = href,
        });
        await post.Deliver($"accounts:{letterId}", person.Language, person.Email, "", letter, cancellation, Promise.Assured);
    }
}
