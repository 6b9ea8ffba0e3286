using Souq.Catalog.Contracts;

namespace Souq.Catalog.Choices;

public static class ChoiceIdentity
{
    /// <summary>A value may stand under several parents; together they say which choice is meant.</summary>
    public static bool IsSame(this AttributeChoice choice, AttributeChoice other) => choice.Value == other.Value && choice.Parent == other.Parent;
}
