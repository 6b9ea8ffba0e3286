using Souq.Accounts.Contracts;
using Souq.Moderation.Deciding;

namespace Souq.Moderation.Letters;

/// <summary>The order to write to the seller: one letter per decision, whatever is delivered twice.</summary>
public static class DecisionMail
{
    public const string ApprovedTemplate = "moderation.approved";
    public const string RefusedTemplate = "moderation.refused";
    public const string RemovedTemplate = "moderation.removed";

    public static NotifyPerson Approved(Guid caseId, CaseApproved approved) =>
        About(caseId, approved.Revision, approved.SellerId, ApprovedTemplate);

    public static NotifyPerson Passed(Guid caseId, CasePassed passed) =>
        About(caseId, passed.Revision, passed.SellerId, ApprovedTemplate);

    public static NotifyPerson Refused(Guid caseId, CaseRefused refused) =>
        About(caseId, refused.Revision, refused.SellerId, RefusedTemplate);

    public static NotifyPerson Removed(Guid caseId, CaseRemoved removed) =>
        new(removed.SellerId, RemovedTemplate, Decision.IdOfRemoval(caseId, removed.Removal), $"{RemovedTemplate}:{caseId:N}:{removed.Removal}");

    private static NotifyPerson About(Guid caseId, int revision, Guid seller, string template) =>
        new(seller, template, Decision.IdOf(caseId, revision), $"{template}:{caseId:N}:{revision}");
}
