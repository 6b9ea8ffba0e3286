using Marten;
using Souq.EventStore;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Blind;

/// <summary>After a decision of a moderator: one of some is made once more.</summary>
public static class AskSecondLookHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        // What people say to each other is shown to no more of the staff than must see it.
        if (fact.Passed || fact.Outcome == Outcome.Restored || fact.SubjectKind != SubjectKinds.Listing) return;
        var decision = await session.Query<Decision>().Where(d => d.CaseId == fact.CaseId && d.Revision == fact.Revision && d.Outcome == fact.Outcome)
            .OrderByDescending(d => d.At).FirstOrDefaultAsync(cancellation);
        var sampling = await session.LoadAsync<BlindSampling>(BlindSampling.TheId, cancellation) ?? new();
        if (decision is null || !sampling.Takes(decision.Id) || await session.LoadAsync<SecondLook>(decision.Id, cancellation) is not null) return;
        List<object> happened = [.. (await session.Events.FetchStreamAsync(fact.CaseId, token: cancellation)).Select(e => e.Data)];
        if (Decide(fact, decision, happened, time.GetUtcNow()) is { } asked) session.Events.StartStream<SecondLook>(decision.Id, asked);
    }

    /// <param name="happened">In the case.</param>
    /// <returns><c>null</c> for what no moderator decided, or cannot be decided again by looking.</returns>
    public static SecondLookAsked? Decide(CaseDecided fact, Decision decision, IReadOnlyList<object> happened, DateTimeOffset now)
    {
        if (decision.By == RuleActor.Id || decision.Outcome is not (Outcome.Approved or Outcome.Refused or Outcome.Removed)) return null;
        if (happened.Select(Submission.Of).LastOrDefault(s => s is not null) is not { } submission) return null;
        var seen = happened.OfType<CaseClaimed>().Select(c => c.By).Append(decision.By).Distinct();
        return new(
            decision.Id, fact.CaseId, fact.SubjectKind, fact.SubjectId, fact.Revision, decision.Outcome == Outcome.Removed, fact.SellerId, submission.SectionId,
            [.. seen.Order()], now);
    }
}
