using Souq.Catalog.Contracts;

namespace Souq.Catalog.Choices;

/// <summary>Choices shared by the attributes that name the list: car makes, colours, states of wear.</summary>
/// <param name="Key">Lower-case ASCII with hyphens.</param>
public sealed record ChoiceList(string Key, IReadOnlyList<AttributeChoice> Choices)
{
    /// <summary>Keys of lists that nothing is chosen from: each entry is words that mean the same, for the search.</summary>
    public const string WordsPrefix = "words-";

    public bool AreWords => Key.StartsWith(WordsPrefix, StringComparison.Ordinal);
}
