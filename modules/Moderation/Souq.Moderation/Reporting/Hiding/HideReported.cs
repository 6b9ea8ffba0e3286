using Souq.Accounts.Contracts;
using Souq.Moderation.Contracts;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Weighing;

namespace Souq.Moderation.Reporting.Hiding;

/// <summary>When what readers say takes an advert out of sight, and how it comes back. Pure.</summary>
public static class HideReported
{
    /// <summary>
    /// What is said against a case by those who can hide it: whoever is part of something arranged does not count, and of one network its weightiest
    /// report does.
    /// </summary>
    /// <param name="traces">Where the reports of the last day came from.</param>
    public static int TrustedWeight(IEnumerable<OpenReport> reports, IReadOnlyDictionary<Guid, Guid> traces) => reports
        .Where(r => r.Standing.IsTrusted() && !r.InBrigade)
        .GroupBy(r => traces.GetValueOrDefault(r.Id, r.Id))
        .Sum(network => network.Max(r => r.Standing.Weight()));

    /// <param name="current">The case with the newest report.</param>
    /// <returns><c>null</c> when the advert stays in sight, or is out of it already.</returns>
    public static CaseHidden? Decide(Case current, HidingPolicy policy, IEnumerable<ReportTrace> traces, DateTimeOffset now)
    {
        if (policy.Threshold == 0 || current.Hidden is not null || current.State != CaseState.Waiting) return null;
        var networks = traces.Where(t => t.Network is not null).ToDictionary(t => t.Id, t => t.Network!.Value);
        var weight = TrustedWeight(current.Reports, networks);
        return weight < policy.Threshold ? null : new CaseHidden(
            current.Revision, current.SellerId, HiddenWhy.Reports, current.Hidings + 1,
            [.. current.Reports.Where(r => r.Standing.IsTrusted() && !r.InBrigade).Select(r => r.ReasonCode).Distinct()], weight, now);
    }

    /// <summary>What follows for others.</summary>
    public static IEnumerable<object> Told(Guid caseId, string subjectKind, Guid subjectId, CaseHidden hidden) =>
    [
        new SubjectHidden(caseId, subjectKind, subjectId, hidden.At),
        new NotifyPerson(hidden.SellerId, HidingMail.Template, caseId, $"{HidingMail.Template}:{caseId:N}:{hidden.Hiding}"),
    ];

    /// <summary>A moderator has looked, and found nothing that stands against it.</summary>
    /// <param name="current">The case as it was before.</param>
    public static IEnumerable<object> ShownAgain(Case current, DateTimeOffset now) =>
        current.Hidden is null ? [] : [new SubjectShown(current.Id, current.SubjectKind, current.SubjectId, now)];
}
