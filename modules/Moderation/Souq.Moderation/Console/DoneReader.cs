using Souq.Moderation.Opening;
using Souq.Moderation.Undoing;

namespace Souq.Moderation.Console;

/// <summary>A decision a moment ago.</summary>
/// <param name="Kind">Of the subject.</param>
/// <param name="What">Its name, one of <see cref="Undoable"/>, or <c>other</c>.</param>
/// <param name="State">In which the case is, or will be.</param>
/// <param name="Until">How long the reader may take it back; <c>null</c> when he may not.</param>
public sealed record JustDone(Guid CaseId, string Kind, string What, CaseState State, string? Title, long Number, DateTimeOffset? Until);

/// <summary>Reads what the console says of the last decision.</summary>
public sealed class DoneReader(IModerationStore store)
{
    /// <returns><c>null</c> when nothing was decided there.</returns>
    public async Task<JustDone?> Read(Guid caseId, Guid moderator, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var (current, subject, intention) = (batch.Load<Case>(caseId), batch.Load<CaseSubject>(caseId), batch.Load<Intention>(caseId));
        await batch.Execute(cancellation);
        if (await current is not { } found) return null;
        var (title, number) = ((await subject)?.Title, (await subject)?.Number ?? 0);
        if (found.Intent is { } intent && await intention is { } meant)
            return new(caseId, found.SubjectKind, meant.What, StateAfter(meant.What), title, number, intent.By == moderator ? intent.Until : null);
        return found.State is CaseState.Approved or CaseState.Refused or CaseState.Returned or CaseState.Removed
            ? new(caseId, found.SubjectKind, WhatMade(found.State), found.State, title, number, null)
            : null;
    }

    private static CaseState StateAfter(string what) => what is "approve" or "keep" or "overturn" or "change" ? CaseState.Approved : what is "remove" or "act" ? CaseState.Removed : what == "return" ? CaseState.Returned : CaseState.Refused;

    private static string WhatMade(CaseState state) => state switch { CaseState.Approved => "approve", CaseState.Removed => "remove", CaseState.Returned => "return", _ => "refuse" };
}
