using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters;

namespace Souq.Moderation.Correcting;

/// <summary>"Please correct your advert": what is wrong, where, and what to do.</summary>
public sealed class ReturnedTemplate(IModerationStore store, LetterRenderer renderer) : DecisionTemplate<ReturnedLetter>(store, renderer, CorrectingMail.ReturnedTemplate);

/// <summary>"Your advert is online with a change": what it was and what it is. About a <see cref="Decision"/>.</summary>
public sealed class ChangedTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => CorrectingMail.ChangedTemplate;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var decision = await session.LoadAsync<Decision>(context.SubjectId, cancellation);
        var copy = await session.LoadAsync<ChangeCopy>(context.SubjectId, cancellation);
        return decision is null || copy is null ? null : await renderer.Render<ChangedLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(ChangedLetter.Copy)] = copy,
            [nameof(ChangedLetter.Words)] = decision.Words,
            [nameof(ChangedLetter.RecipientName)] = context.RecipientName,
        });
    }
}
