using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Letters;

/// <summary>"Your advert is online." About a <see cref="Decision"/>.</summary>
public sealed class ApprovedTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => DecisionMail.ApprovedTemplate;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        var (_, subject) = await Decided.Load(store, context.SubjectId, cancellation);
        return subject is null ? null : await renderer.Render<ApprovedLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(ApprovedLetter.Title)] = subject.Title,
            [nameof(ApprovedLetter.Href)] = $"l/{subject.Number}",
            [nameof(ApprovedLetter.RecipientName)] = context.RecipientName,
        });
    }
}

/// <summary>"Your advert needs a correction": the reason, the moderator's words, what to do. About a <see cref="Decision"/>.</summary>
public sealed class RefusedTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => DecisionMail.RefusedTemplate;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        var (decision, subject) = await Decided.Load(store, context.SubjectId, cancellation);
        return subject is null ? null : await renderer.Render<RefusedLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(RefusedLetter.Title)] = subject.Title,
            [nameof(RefusedLetter.Reason)] = RefusalReasons.OrOther(decision!.ReasonCode),
            [nameof(RefusedLetter.Words)] = decision.Words,
            [nameof(RefusedLetter.Quote)] = decision.Quote,
            [nameof(RefusedLetter.Href)] = $"offer/{subject.SubjectId}",
            [nameof(RefusedLetter.Appeal)] = $"appeal/{decision.CaseId}",
            [nameof(RefusedLetter.ByRule)] = decision.By == RuleActor.Id,
            [nameof(RefusedLetter.RecipientName)] = context.RecipientName,
        });
    }
}

/// <summary>"Your advert was taken off the market": the reason, the moderator's words, what to do. About a <see cref="Decision"/>.</summary>
public sealed class RemovedTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => DecisionMail.RemovedTemplate;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        var (decision, subject) = await Decided.Load(store, context.SubjectId, cancellation);
        return subject is null ? null : await renderer.Render<RemovedLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(RemovedLetter.Title)] = subject.Title,
            [nameof(RemovedLetter.Reason)] = RefusalReasons.OrOther(decision!.ReasonCode),
            [nameof(RemovedLetter.Words)] = decision.Words,
            [nameof(RemovedLetter.Quote)] = decision.Quote,
            [nameof(RemovedLetter.Appeal)] = $"appeal/{decision.CaseId}",
            [nameof(RemovedLetter.RecipientName)] = context.RecipientName,
        });
    }
}

internal static class Decided
{
    /// <summary>Both, or no subject when either is gone: then there is nothing left to say.</summary>
    public static async Task<(Decision? Decision, CaseSubject? Subject)> Load(
        IModerationStore store, Guid decisionId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var decision = await session.LoadAsync<Decision>(decisionId, cancellation);
        return (decision, decision is null ? null : await session.LoadAsync<CaseSubject>(decision.CaseId, cancellation));
    }
}
