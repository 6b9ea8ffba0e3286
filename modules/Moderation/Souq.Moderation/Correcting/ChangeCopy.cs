using Souq.Kernel;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Correcting;

/// <summary>What a moderator changed, as it was and as it is, for its seller to compare: erasable, apart from the fact.</summary>
public sealed record ChangeCopy
{
    /// <summary>The decision's.</summary>
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }
    public Guid SellerId { get; init; }
    public long Number { get; init; }

    /// <summary>The section it stood in.</summary>
    public int From { get; init; }

    public int SectionId { get; init; }
    public string OldTitle { get; init; } = "";
    public string Title { get; init; } = "";
    public string OldText { get; init; } = "";
    public string Text { get; init; } = "";

    public static ChangeCopy Of(Guid caseId, CaseSubject subject, CaseChanged changed) => new()
    {
        Id = Decision.IdOfChange(caseId, changed.Change),
        CaseId = caseId,
        SellerId = changed.SellerId,
        Number = subject.Number,
        From = changed.From,
        SectionId = changed.SectionId,
        OldTitle = subject.Title,
        Title = TextPiece.Hide(subject.Title, changed.HiddenInTitle),
        OldText = subject.Description,
        Text = TextPiece.Hide(subject.Description, changed.HiddenInText),
    };

    /// <summary>Lines of the description that are another now, each as it was and as it is.</summary>
    public IReadOnlyList<(string Old, string New)> Lines()
    {
        if (OldText == Text) return [];
        var (old, now) = (OldText.Split('\n'), Text.Split('\n'));
        return old.Length == now.Length ? [.. old.Zip(now).Where(pair => pair.First != pair.Second)] : [(OldText, Text)];
    }
}
