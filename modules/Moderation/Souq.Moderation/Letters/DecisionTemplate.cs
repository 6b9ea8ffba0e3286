using Microsoft.AspNetCore.Components;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Letters;

/// <summary>What a letter about a decision is told.</summary>
public abstract class DecisionLetter : ComponentBase
{
    [Parameter, EditorRequired] public Decision Decision { get; set; } = null!;

    /// <summary>The copy of what was judged.</summary>
    [Parameter, EditorRequired] public CaseSubject Subject { get; set; } = null!;

    [Parameter] public string? RecipientName { get; set; }

    protected string Title => Subject.Title;

    protected RefusalReason Reason => RefusalReasons.OrOther(Decision.ReasonCode);

    /// <summary>Where it is appealed against.</summary>
    protected string Appeal => $"appeal/{Decision.CaseId}";
}

/// <summary>Writes a letter about a <see cref="Decision"/>; none when it or what was judged is erased.</summary>
public abstract class DecisionTemplate<TLetter>(IModerationStore store, LetterRenderer renderer, string name) : IMailTemplate where TLetter : DecisionLetter
{
    public string Name => name;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        var (decision, subject) = await Decided.Load(store, context.SubjectId, cancellation);
        return subject is null ? null : await renderer.Render<TLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(DecisionLetter.Decision)] = decision,
            [nameof(DecisionLetter.Subject)] = subject,
            [nameof(DecisionLetter.RecipientName)] = context.RecipientName,
        });
    }
}
