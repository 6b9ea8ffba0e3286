namespace Souq.Kernel;

/// <summary>
/// Light stems of a folded Arabic word, after the rules of Lucene's ArabicStemmer (Apache-2.0), with guards of our own: one ending goes,
/// not several; short words keep more letters, so that بنزين is not بنز; a lone و goes only before a long word, so that وهران is not
/// هران; where ة opens into ت before an ending (سيارتي, غرفتين), both readings are given; and what stands after an article is given
/// whole too, since broken plurals are listed as they are (الكراسي is كراسي).
/// </summary>
internal static class ArabicStems
{
    private static readonly string[] Proclitics = ["وبال", "وكال", "وفال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال"];

    /// <summary>Endings, the longest first, with the fewest letters that must be left.</summary>
    private static readonly (string Ending, int Left)[] Endings =
        [("ها", 3), ("ان", 4), ("ون", 4), ("ين", 4), ("يه", 3), ("ات", 2), ("ه", 2), ("ي", 3), ("ا", 3)];

    private static readonly (string Ending, int Left)[] OpenedFeminine = [("تين", 3), ("تان", 3), ("تها", 4), ("تنا", 4), ("تي", 4)];

    /// <summary>The stems, the word itself excepted.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var bare = WithoutProclitic(word);
        found.Add(bare);
        AddWithoutEnding(bare, found);
        if (bare.Length == word.Length && word is ['و', .. { Length: >= 5 } rest]) AddWithoutEnding(WithoutProclitic(rest), found);
        found.Remove(word);
        return found;
    }

    /// <summary>A name is not cut at its end, but بالجزائر is الجزائر, and بوهران is وهران: one letter goes where a name is left.</summary>
    public static IEnumerable<string> OfName(string word, Func<string, bool> isName)
    {
        if (WithoutProclitic(word) is var bare && bare != word) yield return bare;
        if (word is ['ب' or 'ل' or 'و' or 'ف' or 'ك', .. { Length: >= 3 } rest] && isName(rest)) yield return rest;
    }

    private static string WithoutProclitic(string word)
    {
        foreach (var proclitic in Proclitics)
        {
            if (!word.StartsWith(proclitic, StringComparison.Ordinal)) continue;
            var rest = word[proclitic.Length..];
            // الحي is حي, but الات (machines) is no article before an ending.
            if (rest.Length >= 3 || (proclitic.Length == 2 && rest.Length == 2 && !Endings.Any(e => e.Ending == rest))) return rest;
        }

        return word;
    }

    private static void AddWithoutEnding(string word, HashSet<string> found)
    {
        foreach (var (ending, left) in OpenedFeminine)
            if (Ends(word, ending, left)) found.Add(word[..^ending.Length]);

        var match = Array.Find(Endings, e => Ends(word, e.Ending, e.Left));
        found.Add(match.Ending is null ? word : word[..^match.Ending.Length]);
        if (word is [_, _, 'ه']) found.Add(word[..2] + "ت");
    }

    private static bool Ends(string word, string ending, int left) =>
        word.Length >= ending.Length + left && word.EndsWith(ending, StringComparison.Ordinal);
}
