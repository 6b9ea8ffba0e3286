using Souq.Accounts.Contracts;

namespace Souq.Moderation.Sanctions;

/// <summary>The orders to write to a person about a decision on him: one letter each, whatever is delivered twice.</summary>
public static class SanctionMail
{
    public const string BegunTemplate = "moderation.sanction";
    public const string AnsweredTemplate = "moderation.sanction-answer";

    public static NotifyPerson Begun(Sanctioned sanctioned) =>
        new(sanctioned.PersonId, BegunTemplate, sanctioned.SanctionId, $"{BegunTemplate}:{sanctioned.SanctionId:N}");

    public static NotifyPerson Answered(Guid personId, Guid sanctionId) => new(personId, AnsweredTemplate, sanctionId, $"{AnsweredTemplate}:{sanctionId:N}");
}
