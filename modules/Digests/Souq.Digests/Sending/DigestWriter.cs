using Souq.Digests.Subscribing;
using Souq.Mail.Letters;
using Souq.Web.Addresses;

namespace Souq.Digests.Sending;

/// <summary>Writes what a letter tells, in the language of its reader.</summary>
public sealed class DigestWriter(LetterRenderer letters, DigestLinks links, PublicAddress address)
{
    public async Task<Letter> Write(DigestContent content, Guid subscriber)
    {
        var letter = await letters.Render<DigestLetter>(content.Language, new Dictionary<string, object?>
        {
            [nameof(DigestLetter.Content)] = content,
            [nameof(DigestLetter.Subscriber)] = subscriber,
        });
        return letter.WithOneClickUnsubscribe(address.For(content.Language, Stop(links, content, subscriber)));
    }

    /// <summary>What the one button of a mail program stops: the search, when the letter is of one alone, else all of them.</summary>
    internal static string Stop(DigestLinks links, DigestContent content, Guid subscriber) =>
        content.Parts is [var only] ? links.Stop(only.Subscription) : links.StopAll(subscriber);
}
