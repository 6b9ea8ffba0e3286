using Souq.Accounts.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Subjects;

namespace Souq.Moderation.Correcting;

/// <summary>The orders to tell a seller of a correction or a change: one letter per decision, whatever is delivered twice.</summary>
public static class CorrectingMail
{
    public const string ReturnedTemplate = "moderation.returned";
    public const string ChangedTemplate = "moderation.changed";

    public static NotifyPerson Returned(Guid caseId, CaseReturned returned) =>
        new(returned.SellerId, returned.Kind is null ? ReturnedTemplate : SubjectTemplate.Key, Decision.IdOf(caseId, returned.Revision),
            $"{ReturnedTemplate}:{caseId:N}:{returned.Revision}");

    public static NotifyPerson Changed(Guid caseId, CaseChanged changed) =>
        new(changed.SellerId, ChangedTemplate, Decision.IdOfChange(caseId, changed.Change), $"{ChangedTemplate}:{caseId:N}:{changed.Change}");
}
