using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Moderation.Sanctions;

/// <summary>What was decided about a person, why, until when, and how to appeal. About a sanction.</summary>
public sealed class SanctionTemplate(IModerationStore store, SanctionLinks links, LetterRenderer renderer) : IMailTemplate
{
    public string Name => SanctionMail.BegunTemplate;

    public Task<Letter?> Compose(MailContext context, CancellationToken cancellation) => SanctionLetters.Compose<SanctionLetter>(store, links, renderer, context, cancellation);
}

/// <summary>What became of it: it stands, or was taken back. About a sanction.</summary>
public sealed class SanctionAnswerTemplate(IModerationStore store, SanctionLinks links, LetterRenderer renderer) : IMailTemplate
{
    public string Name => SanctionMail.AnsweredTemplate;

    public Task<Letter?> Compose(MailContext context, CancellationToken cancellation) => SanctionLetters.Compose<SanctionAnswerLetter>(store, links, renderer, context, cancellation);
}

internal static class SanctionLetters
{
    public static async Task<Letter?> Compose<T>(
        IModerationStore store, SanctionLinks links, LetterRenderer renderer, MailContext context, CancellationToken cancellation) where T : SanctionLetterBase
    {
        if (context.PersonId is not { } person) return null;
        await using var session = store.QuerySession();
        var file = await session.LoadAsync<PersonFile>(PersonFile.IdOf(person), cancellation);
        if (file?.Find(context.SubjectId) is not { } sanction) return null;
        return await renderer.Render<T>(context.Language, new Dictionary<string, object?>
        {
            [nameof(SanctionLetterBase.Sanction)] = sanction,
            [nameof(SanctionLetterBase.Words)] = await session.LoadAsync<SanctionWords>(sanction.Id, cancellation) ?? new SanctionWords(),
            [nameof(SanctionLetterBase.Href)] = links.Of(person, sanction.Id),
            [nameof(SanctionLetterBase.RecipientName)] = context.RecipientName,
        });
    }
}
