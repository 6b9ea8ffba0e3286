using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Reporting;

/// <summary>"Thank you: this is what became of your report." About a <see cref="Report"/>.</summary>
public abstract class ReportTemplate(IModerationStore store, LetterRenderer renderer, string name, string outcome) : IMailTemplate
{
    public string Name => name;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var report = await session.LoadAsync<Report>(context.SubjectId, cancellation);
        if (report is null || await session.LoadAsync<CaseSubject>(report.CaseId, cancellation) is not { } subject) return null;
        return await renderer.Render<ReportLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(ReportLetter.Title)] = subject.Title,
            [nameof(ReportLetter.IsAdvert)] = subject.Path is null,
            [nameof(ReportLetter.Outcome)] = outcome,
            [nameof(ReportLetter.RecipientName)] = context.RecipientName,
        });
    }
}

public sealed class ReportKeptTemplate(IModerationStore store, LetterRenderer renderer) : ReportTemplate(store, renderer, ReportMail.KeptTemplate, "Kept");

public sealed class ReportRemovedTemplate(IModerationStore store, LetterRenderer renderer) : ReportTemplate(store, renderer, ReportMail.RemovedTemplate, "Removed");

public sealed class ReportActedTemplate(IModerationStore store, LetterRenderer renderer) : ReportTemplate(store, renderer, ReportMail.ActedTemplate, "Acted");

public sealed class ReportGoneTemplate(IModerationStore store, LetterRenderer renderer) : ReportTemplate(store, renderer, ReportMail.GoneTemplate, "Gone");
