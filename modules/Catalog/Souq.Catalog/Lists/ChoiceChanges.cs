using Souq.Catalog.Contracts;

namespace Souq.Catalog.Lists;

public static class ChoiceChanges
{
    /// <summary>The same names and aliases; a record compares its lists by reference.</summary>
    public static bool SameWords(AttributeChoice one, AttributeChoice other) =>
        one.Name == other.Name && (one.Aliases ?? []).SequenceEqual(other.Aliases ?? []);
}
