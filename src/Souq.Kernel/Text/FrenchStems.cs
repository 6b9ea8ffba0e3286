namespace Souq.Kernel;

/// <summary>French (and English) plurals and the feminine -ée of a folded word: voitures → voiture, animaux → animal, meublées → meuble.</summary>
internal static class FrenchStems
{
    /// <summary>The stems, the word itself excepted.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 4) yield break;
        var singular = word switch
        {
            [.., 's', 's'] => word,
            [.., 's'] or [.., 'e', 'u', 'x'] or [.., 'a', 'u', 'x'] or [.., 'o', 'u', 'x'] => word[..^1],
            _ => word,
        };
        if (singular is [_, _, _, .., 'e', 'e']) singular = singular[..^1];
        if (singular != word) yield return singular;
        if (word is [_, _, .., not 'e', 'a', 'u', 'x']) yield return word[..^2] + "l";
    }
}
