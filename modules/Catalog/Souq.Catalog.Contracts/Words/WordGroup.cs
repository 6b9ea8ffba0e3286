using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Folded words and phrases that mean the same.</summary>
/// <param name="AreNames">Of a make, a model, a place: kept whole.</param>
/// <param name="ArePlaces">Of a wilaya or a commune.</param>
internal sealed record WordGroup(IReadOnlyList<string> Names, bool AreNames, bool ArePlaces)
{
    /// <summary>A number alone or a letter says too little to stand for a thing.</summary>
    private const int Shortest = 3;

    public static WordGroup Of(IEnumerable<string> names, bool areNames = false, bool arePlaces = false)
    {
        var folded = names.Select(ArabicText.Fold).Where(Tells).Distinct().ToList();
        return new([.. areNames ? folded.Concat(ArabicText.Spellings(folded)).Distinct() : folded], areNames, arePlaces);
    }

    /// <summary>Every way to ask for the group, with everything else it is called.</summary>
    public IEnumerable<(string Asked, string Other)> Pairs() =>
        from name in Names from asked in Asked(name) from other in Names where other != asked && other != name select (asked, other);

    /// <summary>A word that makes its plural with an ending is also known without it.</summary>
    private static IEnumerable<string> Asked(string name) => ArabicText.KnownBy(name).Where(form => form == name || form.Length >= Shortest);

    private static bool Tells(string name) => name.Length >= Shortest - 1 && name.Any(char.IsLetter) && (name.Length >= Shortest || name.Contains(' ') || !char.IsAscii(name[0]));
}
