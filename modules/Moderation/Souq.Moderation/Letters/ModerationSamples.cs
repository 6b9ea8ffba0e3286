using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Subjects;

namespace Souq.Moderation.Letters;

/// <summary>The letters of this module, about cases that never were.</summary>
public sealed class ModerationSamples(LetterRenderer renderer, TimeProvider time, IStringLocalizer<SampleText> sample) : IMailSamples
{
    private const string Reason = "contact-in-title";

    public IEnumerable<MailSample> All =>
    [
        On<ApprovedLetter>(DecisionMail.ApprovedTemplate),
        On<RefusedLetter>(DecisionMail.RefusedTemplate),
        Of<RefusedManyLetter>(DecisionMail.RefusedManyTemplate, () => new() { ["Adverts"] = new[] { new RefusedAdvert(Subject, Judged), new RefusedAdvert(Subject, Judged) } }),
        On<RemovedLetter>(DecisionMail.RemovedTemplate),
        On<ReturnedLetter>(CorrectingMail.ReturnedTemplate),
        Of<SubjectLetter>(SubjectTemplate.Key, () => new()
        {
            ["Subject"] = Subject,
            ["Decision"] = Judged with { ReasonCode = RefusalReasons.OfOthers[0].Code, Outcome = Outcome.Removed, Kind = Reportable.Message },
        }),
        Of<ChangedLetter>(CorrectingMail.ChangedTemplate, () => new() { ["Copy"] = new ChangeCopy { Number = 1, OldTitle = sample["OldAdvert"], Title = sample["Advert"] }, ["Words"] = sample["Moderator"].Value }),
        About<AppealLetter>(AppealMail.Template, () => new() { ["Href"] = "l/1", ["Answer"] = new AppealAnswer(true, sample["Answer"], time.GetUtcNow()) }),
        About<ReportLetter>(ReportMail.KeptTemplate, () => new() { ["Outcome"] = "Kept" }),
        About<ReportLetter>(ReportMail.RemovedTemplate, () => new() { ["Outcome"] = "Removed" }),
        About<ReportLetter>(ReportMail.ActedTemplate, () => new() { ["Outcome"] = "Acted", ["IsAdvert"] = false }),
        About<ReportLetter>(ReportMail.GoneTemplate, () => new() { ["Outcome"] = "Gone" }),
        About<HiddenLetter>(HidingMail.Template, () => new() { ["Href"] = "desk", ["Hidden"] = new Hidden(HiddenWhy.Reports, [ReportReasons.All[0].Code], time.GetUtcNow()) }),
        Of<SanctionLetter>(SanctionMail.BegunTemplate, () => Imposed(lifted: false)),
        Of<SanctionAnswerLetter>(SanctionMail.AnsweredTemplate, () => Imposed(lifted: true)),
    ];

    private Imposed Limited =>
        new(Guid.Empty, SanctionKind.Limit, [LimitedAct.Publishing], time.GetUtcNow().AddDays(7), Guid.Empty, SanctionReasons.All[0], time.GetUtcNow());

    private Decision Judged => new() { ReasonCode = Reason, Words = sample["Moderator"], Quote = sample["Quote"], At = time.GetUtcNow() };

    private CaseSubject Subject => new() { Number = 1, Title = sample["Advert"] };

    private MailSample On<T>(string name) where T : DecisionLetter => Of<T>(name, () => new() { ["Subject"] = Subject, ["Decision"] = Judged });

    private MailSample About<T>(string name, Func<Dictionary<string, object?>> told) where T : IComponent =>
        Of<T>(name, () => new(told()) { ["Title"] = sample["Advert"].Value });

    private MailSample Of<T>(string name, Func<Dictionary<string, object?>> told) where T : IComponent =>
        new(name, language => renderer.Render<T>(language, new Dictionary<string, object?>(told()) { ["RecipientName"] = sample["Person"].Value }));

    private Dictionary<string, object?> Imposed(bool lifted) => new()
    {
        ["Sanction"] = Limited with { IsLifted = lifted },
        ["Words"] = new SanctionWords { Words = sample["Moderator"], Appeal = sample["Appeal"], Answer = sample["Answer"] },
        ["Href"] = "sanction",
    };
}
