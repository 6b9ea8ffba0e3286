using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Appeals;

/// <summary>A seller does not agree with the last decision about his advert: another moderator looks at it.</summary>
public sealed record AppealDecision(Guid CaseId, Guid By, string? Words)
{
    // What a person writes does not belong in a log.
    public override string ToString() => $"AppealDecision {CaseId}";
}

public static class AppealDecisionHandler
{
    public const string Already = "Appeal.Already";
    public const string TooLate = "Appeal.TooLate";
    public const string NothingDecided = "Appeal.NothingDecided";

    /// <summary>Sent twice at once: the second finds the appeal of the first.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(AppealDecision command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(command.CaseId, cancellation);
        var happened = await session.Events.FetchStreamAsync(command.CaseId, token: cancellation);
        var submission = happened.Select(e => Submission.Of(e.Data)).LastOrDefault(s => s is not null);
        var (appealed, appeal) = Decide(stream.Aggregate, submission, command, time.GetUtcNow());
        stream.AppendOne(appealed);
        session.Insert(appeal);
    }

    /// <exception cref="NotFoundException">The case is not about an advert of his.</exception>
    /// <exception cref="RefusedException">Nothing was decided against him, it was too long ago, he has appealed already, or he says too little or too much.</exception>
    public static (DecisionAppealed, Appeal) Decide(Case? current, Submission? submission, AppealDecision command, DateTimeOffset now)
    {
        if (current is null || submission is null || current.SellerId != command.By) throw new NotFoundException($"case {command.CaseId}");
        if (current.ObstacleToAppeal(now) is { } obstacle) throw new RefusedException(obstacle, null, (int)Appeal.Window.TotalDays);
        var words = command.Words?.Trim() ?? "";
        if (words.Length == 0 && !current.IsRuledByRule()) throw new RefusedException("Appeal.WordsMissing", "words");
        if (words.Length > Appeal.MostWords) throw new RefusedException("Appeal.WordsTooLong", "words", Appeal.MostWords);
        var decision = Decision.IdOfRuling(current)!.Value;
        return (
            new DecisionAppealed(decision, current.Ruling!.By, current.SubjectKind, current.SubjectId, submission with { Why = [Signals.Appealed] }, now),
            new Appeal { Id = decision, CaseId = current.Id, SellerId = current.SellerId, Words = words, At = now });
    }

    /// <summary>The key of the reason for which the seller cannot appeal; <c>null</c> when he can.</summary>
    public static string? ObstacleToAppeal(this Case current, DateTimeOffset now) =>
        current.Ruling is not { } ruling ? NothingDecided
        : ruling.Appealed ? Already
        : !current.Stands(ruling) ? NothingDecided
        : now >= ruling.At + Appeal.Window && !current.IsRuledByRule() ? TooLate
        : null;

    /// <summary>No person has looked yet: the seller may ask for one whenever he likes, and need not say why.</summary>
    public static bool IsRuledByRule(this Case current) => current.Ruling?.By == RuleActor.Id;

    /// <summary>Nothing has taken its place: what was changed is public in the revision that was changed.</summary>
    private static bool Stands(this Case current, Ruling ruling) => ruling.Outcome == Outcome.Changed
        ? current.State == CaseState.Approved && current.Revision == ruling.Revision
        : current.State is CaseState.Refused or CaseState.Returned or CaseState.Removed;
}
