using Souq.Mail.Letters;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Letters;

/// <summary>"Your advert is online."</summary>
public sealed class ApprovedTemplate(IModerationStore store, LetterRenderer renderer) : DecisionTemplate<ApprovedLetter>(store, renderer, DecisionMail.ApprovedTemplate);

/// <summary>"Your advert needs a correction": the reason, the moderator's words, what to do.</summary>
public sealed class RefusedTemplate(IModerationStore store, LetterRenderer renderer) : DecisionTemplate<RefusedLetter>(store, renderer, DecisionMail.RefusedTemplate);

/// <summary>"Your advert was taken off the market": the reason, the moderator's words, what to do.</summary>
public sealed class RemovedTemplate(IModerationStore store, LetterRenderer renderer) : DecisionTemplate<RemovedLetter>(store, renderer, DecisionMail.RemovedTemplate);

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
