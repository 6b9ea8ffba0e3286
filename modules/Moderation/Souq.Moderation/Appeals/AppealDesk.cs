using Marten;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Appeals;

/// <summary>A decision as its seller sees it when he thinks of an appeal.</summary>
/// <param name="Change">What was changed, when that is the decision.</param>
public sealed record AppealView(Case Case, CaseSubject Subject, Decision Decision, Appeal? Appeal, ChangeCopy? Change = null);

/// <summary>Finds decisions for those they were made against.</summary>
public sealed class AppealDesk(IModerationStore store)
{
    /// <summary>The last decision against the seller, or the one an appeal has overturned.</summary>
    /// <exception cref="NotFoundException">There is none, or it is not about an advert of his.</exception>
    public async Task<AppealView> Find(Guid caseId, Guid seller, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Case>(caseId, cancellation) is not { } current || current.SellerId != seller
            || await session.LoadAsync<CaseSubject>(caseId, cancellation) is not { } subject) throw new NotFoundException($"case {caseId}");
        var decision = Decision.IdOfRuling(current) is { } ruling ? await session.LoadAsync<Decision>(ruling, cancellation)
            : await session.Query<Decision>().Where(d => d.CaseId == caseId && d.OverturnedAt != null).OrderByDescending(d => d.At).FirstOrDefaultAsync(cancellation);
        return decision is null ? throw new NotFoundException($"case {caseId}")
            : new AppealView(current, subject, decision, await session.LoadAsync<Appeal>(decision.Id, cancellation),
                decision.Outcome == Outcome.Changed ? await session.LoadAsync<ChangeCopy>(decision.Id, cancellation) : null);
    }
}
