using Souq.Mail.Letters;
using Souq.Moderation.Letters;

namespace Souq.Moderation.Subjects;

/// <summary>What was decided about a message, a store or a name, to whose it is.</summary>
public sealed class SubjectTemplate(IModerationStore store, LetterRenderer renderer) : DecisionTemplate<SubjectLetter>(store, renderer, Key)
{
    public const string Key = "moderation.subject";
}
