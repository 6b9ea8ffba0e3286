using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Reporting.Hiding;

public static class HidingMail
{
    public const string Template = "moderation.hidden";
}

/// <summary>"Your advert is hidden for now", or what else of his is: why, and what happens next. About a case.</summary>
public sealed class HiddenTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => HidingMail.Template;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        // A moderator may have been quicker than the mail.
        if (await session.LoadAsync<Case>(context.SubjectId, cancellation) is not { Hidden: { } hidden } found
            || await session.LoadAsync<CaseSubject>(context.SubjectId, cancellation) is not { } subject) return null;
        return await renderer.Render<HiddenLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(HiddenLetter.Kind)] = found.SubjectKind,
            [nameof(HiddenLetter.Title)] = subject.Title,
            [nameof(HiddenLetter.Hidden)] = hidden,
            [nameof(HiddenLetter.Href)] = found.SubjectKind switch { Reportable.Store => "desk/store", Reportable.Profile => "me", Reportable.Rating => "messages", _ => $"desk/{subject.Number}" },
            [nameof(HiddenLetter.RecipientName)] = context.RecipientName,
        });
    }
}
