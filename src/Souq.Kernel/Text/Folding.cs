using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>The steps of <see cref="ArabicText.Fold"/>: make it valid, take letters apart, plain letters, then words and numbers.</summary>
internal static class Folding
{
    // Each letter of the basic plane once it has been met: the same few hundred make up all texts.
    private static readonly string?[] KnownAsQaf = new string?[char.MaxValue + 1], KnownAsGhain = new string?[char.MaxValue + 1];

    /// <summary>In letters. What once was that long is not kept.</summary>
    private const int LargestSpare = 16 * 1024;

    // All that is written in an advert is folded, one text after the other.
    [ThreadStatic]
    private static StringBuilder? spare;

    public static string Fold(string text, char gaf) => text.Length == 0 ? "" : Split(Plain(text, gaf));

    /// <summary>It has a letter that can be read in two ways.</summary>
    public static bool HasGaf(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Plain(rune, Letters.GafAsQaf) != Plain(rune, Letters.GafAsGhain)) return true;
        return false;
    }

    private static string Plain(string text, char gaf)
    {
        var plain = Take();
        // Letter by letter, which is the same as the whole taken apart: only marks would change places, and marks go.
        foreach (var rune in text.EnumerateRunes()) plain.Append(Plain(rune, gaf));
        return Give(plain);
    }

    private static StringBuilder Take()
    {
        var taken = spare ?? new StringBuilder(512);
        spare = null;
        return taken;
    }

    private static string Give(StringBuilder taken)
    {
        var text = taken.ToString();
        if (taken.Capacity > LargestSpare) return text;
        taken.Clear();
        spare = taken;
        return text;
    }

    private static string Plain(Rune rune, char gaf)
    {
        if (!rune.IsBmp) return TakenApart(rune, gaf);
        return (gaf == Letters.GafAsGhain ? KnownAsGhain : KnownAsQaf)[rune.Value] ??= TakenApart(rune, gaf);
    }

    /// <summary>Normalisation throws on what has no meaning and turns some marks into spaces; both are settled before it runs.</summary>
    private static string TakenApart(Rune rune, char gaf) => rune.Value switch
    {
        0xFFFD or '™' or '®' or '©' or '℠' => " ",
        '’' or '‘' or 'ʼ' or 'ʿ' or 'ʾ' or '`' or '´' or '＇' => Letters.Quote.ToString(),
        0x202F => Letters.Group.ToString(),
        >= 0xFE70 and <= 0xFE7F => "",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => " ",
        _ => string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Select(part => Letters.Fold(part, gaf))),
    };

    private static string Split(string plain)
    {
        var words = Take();
        for (var at = 0; at < plain.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(plain[at]))
            {
                at = Numbers.EndOf(plain, at);
                if (start == 0 || !IsLetter(plain[start - 1]) || !EndsInLoneLatin(words)) Space(words);
                Numbers.Write(plain[start..at], words);
            }
            else if (IsLetter(plain[at]))
            {
                at = EndOfLetters(plain, at);
                if (start > 1 && plain[start - 1] == Letters.Quote && IsSameScript(plain[start - 2], plain[start])) Elision.Close(words);
                else Space(words);
                words.Append(plain, start, at - start);
            }
            else
            {
                at++;
            }
        }

        return Give(words);
    }

    private static bool IsLetter(char c) => c is not (' ' or '.' or ',' or Letters.Group or Letters.Quote) && !char.IsAsciiDigit(c);

    /// <summary>Letters of one script: الiphone is two words.</summary>
    private static int EndOfLetters(string plain, int at)
    {
        var first = plain[at];
        while (at < plain.Length && IsSameScript(plain[at], first)) at++;
        return at;
    }

    private static bool IsSameScript(char first, char second) =>
        IsLetter(first) && IsLetter(second) && Letters.IsArabic(first) == Letters.IsArabic(second);

    private static bool EndsInLoneLatin(StringBuilder words) =>
        words.Length > 0 && char.IsAsciiLetterLower(words[^1]) && (words.Length == 1 || words[^2] == ' ');

    private static void Space(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
    }
}
