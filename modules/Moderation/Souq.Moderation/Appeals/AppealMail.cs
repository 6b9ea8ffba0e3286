using Souq.Accounts.Contracts;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Letters;

namespace Souq.Moderation.Appeals;

/// <summary>The order to tell a seller what became of his appeal: one letter each, whatever is delivered twice.</summary>
public static class AppealMail
{
    public const string Template = "moderation.appeal";

    public static NotifyPerson Of(Guid seller, Guid decision) => new(seller, Template, decision, $"{Template}:{decision:N}");
}

/// <summary>"Another moderator has looked at it": what he found and why. About the <see cref="Deciding.Decision"/> that was appealed against.</summary>
public sealed class AppealTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => AppealMail.Template;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        var (decision, subject) = await Decided.Load(store, context.SubjectId, cancellation);
        await using var session = store.QuerySession();
        if (subject is null || await session.LoadAsync<Appeal>(decision!.Id, cancellation) is not { Answer: { } answer }) return null;
        return await renderer.Render<AppealLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(AppealLetter.Title)] = subject.Title,
            [nameof(AppealLetter.Href)] = subject.Path ?? $"l/{subject.Number}",
            [nameof(AppealLetter.Kind)] = decision!.Kind,
            [nameof(AppealLetter.Answer)] = answer,
            [nameof(AppealLetter.RecipientName)] = context.RecipientName,
        });
    }
}
