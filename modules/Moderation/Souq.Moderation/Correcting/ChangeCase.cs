using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Correcting;

/// <summary>The subject may be public, in another section or with something hidden. Of what is public already only the section can be changed.</summary>
/// <param name="Revision">What the moderator saw.</param>
/// <param name="SectionId">Where it belongs; <c>null</c> where it stays.</param>
/// <param name="Words">To the seller, in the moderator's own words; may be empty.</param>
public sealed record ChangeCase(
    Guid CaseId, int Revision, Guid By, int? SectionId, IReadOnlyList<TextPiece> HideInTitle, IReadOnlyList<TextPiece> HideInText, string? Words = null) : ICaseAct
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"ChangeCase {CaseId} revision {Revision}: section {SectionId}";
}

public static class ChangeCaseHandler
{
    public const string Nothing = "Change.Nothing";

    /// <summary>A title with fewer letters than this names nothing.</summary>
    private const int FewestLetters = 5;

    public static async Task<(CaseSubject?, QueueItem?)> LoadAsync(ChangeCase command, IDocumentSession session, CancellationToken cancellation) =>
        (await session.LoadAsync<CaseSubject>(command.CaseId, cancellation), await session.LoadAsync<QueueItem>(command.CaseId, cancellation));

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        ChangeCase command, [WriteModel] Case current, CaseSubject? subject, QueueItem? waiting, ICatalog catalog, TimeProvider time)
    {
        var changed = Decide(current, subject, waiting?.SectionId ?? 0, command, catalog.Current, time.GetUtcNow());
        int? moved = changed.SectionId == changed.From ? null : changed.SectionId;
        return ([changed], [MartenOps.Store(ChangeCopy.Of(current.Id, subject!, changed))],
        [
            current.Decided(Outcome.Changed, changed.At) with { Change = new SubjectChange(changed.By, moved, changed.HiddenInTitle, changed.HiddenInText) },
            CorrectingMail.Changed(current.Id, changed),
            .. ReportMail.Kept(current),
            .. HideReported.ShownAgain(current, changed.At),
        ]);
    }

    /// <param name="section">Where it stands.</param>
    public static CaseChanged Decide(Case current, CaseSubject? subject, int section, ChangeCase command, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (!current.IsAdvert()) throw new NotFoundException($"advert of case {command.CaseId}");
        current.MustBeDecidableBy(command.By, command.Revision, now, current.IsRaised);
        var (title, text) = current.IsRaised || subject is null ? ([], []) : (TextPiece.Joined(command.HideInTitle), TextPiece.Joined(command.HideInText));
        var refusals = new List<Refusal>();
        if (command.SectionId is { } to && to != section && catalog.Section(to) is not { TakesAdverts: true }) refusals.Add(new("Change.SectionMissing", "section"));
        if (subject is null || ((command.SectionId ?? section) == section && title.Count + text.Count == 0)) refusals.Add(new(Nothing));
        if (title.Count > 0 && TextPiece.Hide(subject!.Title, title).Count(char.IsLetterOrDigit) < FewestLetters) refusals.Add(new("Change.TitleEmpty", "hide"));
        if (command.Words?.Trim().Length > RefuseCase.MostWords) refusals.Add(new("Refuse.WordsTooLong", "words", RefuseCase.MostWords));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return new CaseChanged(
            current.Revision, current.SellerId, command.By, section, command.SectionId ?? section, title, text, command.Words?.Trim() ?? "", now, current.Changes + 1);
    }
}
