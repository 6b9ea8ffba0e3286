using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Folded words and phrases that mean the same.</summary>
/// <param name="AreNames">Of a make, a model, a place: kept whole.</param>
internal sealed record WordGroup(IReadOnlyList<string> Names, bool AreNames)
{
    /// <summary>A number alone or a letter says too little to stand for a thing.</summary>
    private const int Shortest = 3;

    public static WordGroup Of(IEnumerable<string> names, bool areNames = false)
    {
        var folded = names.Select(ArabicText.Fold).Where(Tells).Distinct().ToList();
        return new([.. areNames ? folded.Concat(Spellings(folded)).Distinct() : folded], areNames);
    }

    /// <summary>Every way to ask for the group, with everything else it is called.</summary>
    public IEnumerable<(string Asked, string Other)> Pairs() =>
        from name in Names from asked in Asked(name) from other in Names where other != asked && other != name select (asked, other);

    /// <summary>A word that makes its plural with an ending is also known without it.</summary>
    private static IEnumerable<string> Asked(string name) =>
        !name.Contains(' ') && (name[^1] == 'ه' || char.IsAsciiLetterLower(name[0]))
            ? ArabicText.Lexemes(name).Where(form => form == name || (form.Length >= Shortest && char.IsLetter(form[0])))
            : [name];

    private static bool Tells(string name) => name.Length >= Shortest - 1 && name.Any(char.IsLetter) && (name.Length >= Shortest || name.Contains(' ') || !char.IsAscii(name[0]));

    /// <summary>The g of a foreign name is written غ, ج, ق or ك, as each likes.</summary>
    private static IEnumerable<string> Spellings(IReadOnlyList<string> names)
    {
        if (!names.Any(n => char.IsAscii(n[0]) && n.Contains('g'))) yield break;
        foreach (var name in names.Where(n => n.Contains('غ')))
            foreach (var g in "جقك")
                yield return name.Replace('غ', g);
    }
}
