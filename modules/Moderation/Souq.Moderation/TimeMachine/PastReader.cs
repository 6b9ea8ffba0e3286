using JasperFx.Events;
using Souq.Kernel;
using Souq.Moderation.Console;
using Souq.Moderation.Opening;

namespace Souq.Moderation.TimeMachine;

/// <summary>Something that happened in a case, whether it is news to a moderator or not.</summary>
/// <param name="What">Key of its text.</param>
/// <param name="By">The moderator; <c>null</c> for what nobody of the staff did.</param>
public sealed record PastStep(long Version, DateTimeOffset At, string What, Guid? By, string? ReasonCode)
{
    public static PastStep Of(IEvent e) => e.Data switch
    {
        CaseClaimed claimed => new(e.Version, e.Timestamp, "Step.Claimed", claimed.By, null),
        CaseReleased released => new(e.Version, e.Timestamp, "Step.Released", released.By, null),
        Reported => new(e.Version, e.Timestamp, "Step.Reported", null, null),
        _ when Moment.Of(e.Data) is { } moment => new(e.Version, e.Timestamp, moment.What, moment.By, moment.ReasonCode),
        // Of a kind this page has no words for yet.
        _ => new(e.Version, e.Timestamp, "Step.Other", null, null),
    };
}

/// <summary>A case as it was.</summary>
/// <param name="Now">The case as it is, for whoever compares.</param>
/// <param name="Then"><c>null</c> before it was opened.</param>
/// <param name="Submission">The last one by then.</param>
/// <param name="Moment">Which moment it is.</param>
/// <param name="Steps">All that has happened to this day, the newest first.</param>
public sealed record PastCase(
    Case Now, CaseSubject? Subject, Case? Then, Submission? Submission, DateTimeOffset Moment, long Version, IReadOnlyList<PastStep> Steps, int SectionId)
{
    public PastStep? Before => Steps.FirstOrDefault(s => s.Version < Version);

    public PastStep? After => Steps.LastOrDefault(s => s.Version > Version);
}

/// <summary>Makes cases from the events that had happened by a moment.</summary>
public sealed class PastReader(IModerationStore store, TimeProvider time)
{
    /// <param name="at">The moment; <c>null</c> for now, or for the step.</param>
    /// <param name="step">After which event, by its number in the case.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    public async Task<PastCase> Read(Guid caseId, DateTimeOffset? at, long? step, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Case>(caseId, cancellation) is not { } now) throw new NotFoundException($"case {caseId}");
        var subject = await session.LoadAsync<CaseSubject>(caseId, cancellation);
        var stream = await session.Events.FetchStreamAsync(caseId, token: cancellation);
        var chosen = step is { } version ? stream.FirstOrDefault(e => e.Version == version) ?? throw new NotFoundException($"step {version}") : null;
        var moment = chosen?.Timestamp ?? at ?? time.GetUtcNow();
        var then = chosen is null
            ? await session.Events.AggregateStreamAsync<Case>(caseId, timestamp: moment.ToUniversalTime(), token: cancellation)
            : await session.Events.AggregateStreamAsync<Case>(caseId, chosen.Version, token: cancellation);
        var past = stream.Where(e => chosen is null ? e.Timestamp <= moment : e.Version <= chosen.Version).ToList();
        return new(
            now, subject, past.Count == 0 ? null : then, past.Select(e => Submission.Of(e.Data)).LastOrDefault(s => s is not null), moment,
            past.Count == 0 ? 0 : past[^1].Version, [.. stream.Select(PastStep.Of).Reverse()],
            stream.Select(e => Submission.Of(e.Data)).Last(s => s is not null)!.SectionId);
    }
}
