using Souq.Accounts.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Subjects;

namespace Souq.Moderation.Letters;

/// <summary>The order to write to the seller: one letter per decision, whatever is delivered twice.</summary>
public static class DecisionMail
{
    public const string ApprovedTemplate = "moderation.approved";
    public const string RefusedTemplate = "moderation.refused";
    public const string RefusedManyTemplate = "moderation.refused-many";
    public const string RemovedTemplate = "moderation.removed";

    public static NotifyPerson Approved(Guid caseId, CaseApproved approved) =>
        About(caseId, approved.Revision, approved.SellerId, ApprovedTemplate);

    public static NotifyPerson Passed(Guid caseId, CasePassed passed) =>
        About(caseId, passed.Revision, passed.SellerId, ApprovedTemplate);

    /// <summary>Of one refusal. When it is sent, and whether with others, says <see cref="Gathering.TellRefusal"/>.</summary>
    public static NotifyPerson Refused(Guid seller, Guid decision) => new(seller, RefusedTemplate, decision, $"{RefusedTemplate}:{decision:N}");

    /// <param name="letter">Which several share: see <see cref="Gathering.ToldRefusal"/>.</param>
    public static NotifyPerson RefusedMany(Guid seller, Guid letter) => new(seller, RefusedManyTemplate, letter, $"{RefusedManyTemplate}:{letter:N}");

    public static NotifyPerson Removed(Guid caseId, CaseRemoved removed) =>
        new(removed.SellerId, removed.Kind is null ? RemovedTemplate : SubjectTemplate.Key, Decision.IdOfRemoval(caseId, removed.Removal),
            $"{RemovedTemplate}:{caseId:N}:{removed.Removal}");

    private static NotifyPerson About(Guid caseId, int revision, Guid seller, string template) =>
        new(seller, template, Decision.IdOf(caseId, revision), $"{template}:{caseId:N}:{revision}");
}
