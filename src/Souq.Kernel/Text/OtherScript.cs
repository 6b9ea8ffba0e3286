using System.Text;

namespace Souq.Kernel;

/// <summary>
/// A name in the other script. From Latin to Arabic the few likely spellings are asked for and the index decides; from Arabic to Latin,
/// where the vowels are lost, the consonants: the index keeps those of a title's Latin words.
/// </summary>
internal static class OtherScript
{
    /// <summary>Stands before the consonants of a Latin word, so that nothing else is ever equal to them.</summary>
    public const char Mark = '~';

    private const int FewestConsonants = 3, MostGuesses = 24, Beam = 192, LongestWord = 14;

    /// <summary>What each letter or group may be written as, the likeliest first; the longest group is tried first.</summary>
    private static readonly (string Latin, string[] Arabic)[] Spellings =
    [
        ("tch", ["تش"]), ("sch", ["ش"]), ("eau", ["و"]), ("ch", ["ش"]), ("sh", ["ش"]), ("kh", ["خ"]), ("gh", ["غ"]), ("th", ["ت", "ث"]),
        ("ph", ["ف"]), ("ou", ["و"]), ("oo", ["و"]), ("ee", ["ي"]), ("ai", ["اي", "ي"]), ("ei", ["اي", "ي"]), ("au", ["او", "و"]), ("qu", ["ك", "ق"]),
        ("ck", ["ك"]), ("dj", ["ج"]), ("dh", ["ض", "ذ"]), ("ce", ["س"]), ("ci", ["سي"]), ("cy", ["سي"]), ("io", ["يو"]), ("ia", ["يا"]),
        ("a", ["ا", ""]), ("b", ["ب"]), ("c", ["ك"]), ("d", ["د", "ض"]), ("e", ["ي", "", "ا"]), ("f", ["ف"]), ("g", ["غ", "ج", "ق"]), ("h", ["ه", "ح"]),
        ("i", ["ي", ""]), ("j", ["ج"]), ("k", ["ك", "ق"]), ("l", ["ل"]), ("m", ["م"]), ("n", ["ن"]), ("o", ["و", ""]), ("p", ["ب"]), ("q", ["ق"]), ("r", ["ر"]),
        ("s", ["س", "ص"]), ("t", ["ت", "ط"]), ("u", ["و", ""]), ("v", ["ف"]), ("w", ["و"]), ("x", ["كس"]), ("y", ["ي"]), ("z", ["ز"]),
        ("2", [""]), ("3", ["ع"]), ("5", ["خ"]), ("6", ["ط"]), ("7", ["ح"]), ("8", ["غ"]), ("9", ["ق", "ص"]),
    ];

    /// <summary>Lexemes under which the word may stand in the other script; none for what is too short to tell.</summary>
    public static IEnumerable<string> Guesses(string word) =>
        word.Length is < 3 or > LongestWord ? []
        : word.All(char.IsAsciiLetterLower) ? InArabic(word).Take(MostGuesses)
        // A name from abroad is written with its long vowels: كلب is a dog and no club.
        : word.All(Letters.IsArabic) && word.Length >= 4 && word[1..].Any(c => c is 'ا' or 'و' or 'ي') && Consonants(word) is { Length: > 0 } key ? [key]
        : [];

    /// <summary>The likeliest spellings in Arabic of a word in Latin letters and the digits that stand for Arabic ones.</summary>
    public static IReadOnlyList<string> InArabic(string latin)
    {
        List<(string Text, int Cost)> beam = [("", 0)];
        for (var at = 0; at < latin.Length;)
        {
            if (at > 0 && latin[at] == latin[at - 1]) { at++; continue; }
            var (group, options) = Array.Find(Spellings, s => string.CompareOrdinal(latin, at, s.Latin, 0, s.Latin.Length) == 0);
            if (group is null) return [];
            var last = at + group.Length == latin.Length;
            beam = [.. beam.SelectMany(b => Options(group, options, at == 0, last).Select((o, cost) => (b.Text + o, b.Cost + cost))).OrderBy(b => b.Item2).Take(Beam)];
            at += group.Length;
        }

        return [.. beam.Select(b => b.Text).Where(t => t.Length >= 3).Distinct()];
    }

    /// <summary>The marked consonants of a word in either script; empty when they are too few to tell one word from another.</summary>
    public static string Consonants(string word)
    {
        var text = word.Replace("ch", "$", StringComparison.Ordinal).Replace("sh", "$", StringComparison.Ordinal).Replace("dj", "j", StringComparison.Ordinal)
            .Replace("ck", "k", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal).Replace("x", "ks", StringComparison.Ordinal);
        var key = new StringBuilder().Append(Mark);
        for (var at = 0; at < text.Length; at++)
            if (Sound(text[at], at + 1 < text.Length ? text[at + 1] : ' ') is var sound and not ' ' && key[^1] != sound)
                key.Append(sound);
        return key.Length > FewestConsonants ? key.ToString() : "";
    }

    private static char Sound(char letter, char next) => letter switch
    {
        'b' or 'p' or 'ب' => 'b',
        'c' when next is 'e' or 'i' or 'y' => 's',
        'c' or 'k' or 'q' or 'ك' or 'ق' or 'خ' => 'k',
        'd' or 'د' or 'ض' or 'ذ' => 'd',
        'f' or 'v' or 'ف' => 'f',
        'g' or 'j' or 'غ' or 'ج' => 'g',
        's' or 'z' or 'س' or 'ص' or 'ز' or 'ظ' => 's',
        't' or 'ت' or 'ط' or 'ث' => 't',
        '$' or 'ش' => 'c',
        'l' or 'ل' => 'l',
        'm' or 'م' => 'm',
        'n' or 'ن' => 'n',
        'r' or 'ر' => 'r',
        _ => ' ',
    };

    private static string[] Options(string group, string[] usual, bool first, bool last) => (group, first, last) switch
    {
        ("a" or "e", true, _) => ["ا"],
        ("i" or "y", true, _) => ["اي", "ي"],
        ("o" or "u" or "ou", true, _) => ["او", "و"],
        ("a", _, true) => ["ا", "ه"],
        ("e", _, true) => ["", "ي", "ه"],
        ("y", _, true) => ["ي"],
        _ => usual,
    };
}
