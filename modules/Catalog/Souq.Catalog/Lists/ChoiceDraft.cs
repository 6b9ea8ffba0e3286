using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Kernel;

namespace Souq.Catalog.Lists;

/// <summary>A choice as an admin says it.</summary>
/// <param name="Parent">Value of the choice under which it is offered (the make of a model); <c>null</c> under any.</param>
/// <param name="Aliases">What else people call it.</param>
public sealed record ChoiceDraft(string Value, LocalizedText Name, string? Parent, IReadOnlyList<string> Aliases)
{
    public AttributeChoice Choice()
    {
        var parent = SafeText.Line(Parent);
        var aliases = Aliases.Select(SafeText.Line).Where(a => a.Length > 0).Distinct().ToList();
        return new AttributeChoice(
            SafeText.Line(Value).ToLowerInvariant(), SectionDraft.Clean(Name), parent.Length == 0 ? null : parent, aliases.Count == 0 ? null : aliases);
    }
}
