using Souq.Accounts.Contracts;
using Souq.Moderation.Contracts;

namespace Souq.Moderation.Reporting;

/// <summary>The orders to tell those who reported, and are known, what became of it: one letter a report, whatever is delivered twice.</summary>
public static class ReportMail
{
    public const string KeptTemplate = "moderation.report-kept";
    public const string RemovedTemplate = "moderation.report-removed";
    public const string ActedTemplate = "moderation.report-acted";
    public const string GoneTemplate = "moderation.report-gone";

    public static IEnumerable<NotifyPerson> Kept(Case current) => About(current, KeptTemplate);

    public static IEnumerable<NotifyPerson> Removed(Case current) => About(current, RemovedTemplate);

    /// <summary>Moderators agreed with them, and the owner of the subject has heard of it.</summary>
    public static IEnumerable<NotifyPerson> Acted(Case current) => About(current, ActedTemplate);

    /// <summary>Something was refused meanwhile: where the advert was hidden, it stays so.</summary>
    public static IEnumerable<NotifyPerson> Refused(Case current) => current.Hidden is null ? Kept(current) : Removed(current);

    /// <summary>The seller was quicker than the moderators.</summary>
    public static IEnumerable<NotifyPerson> Gone(Case current) => About(current, GoneTemplate);

    /// <summary>The same for other modules.</summary>
    public static IEnumerable<ReportAgreed> Agreed(Case current, DateTimeOffset at) =>
        current.Reports.Where(r => r.By is not null).Select(r => new ReportAgreed(r.Id, r.By!.Value, at));

    private static IEnumerable<NotifyPerson> About(Case current, string template) =>
        current.Reports.Where(r => r.By is not null).Select(r => new NotifyPerson(r.By!.Value, template, r.Id, $"moderation.report:{r.Id:N}"));
}
