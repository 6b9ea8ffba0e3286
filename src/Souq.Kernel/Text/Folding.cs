using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>The steps of <see cref="ArabicText.Fold"/>: make it valid, take letters apart, plain letters, then words and numbers.</summary>
internal static class Folding
{
    public static string Fold(string text, char gaf) => text.Length == 0 ? "" : Split(Plain(Decompose(text), gaf));

    /// <summary>Normalisation throws on lone surrogates and turns some marks into spaces; both are settled before it runs.</summary>
    private static string Decompose(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                0xFFFD or '™' or '®' or '©' or '℠' => valid.Append(' '),
                '’' or '‘' or 'ʼ' or 'ʿ' or 'ʾ' or '`' or '´' or '＇' => valid.Append(Letters.Quote),
                0x202F => valid.Append(Letters.Group),
                >= 0xFE70 and <= 0xFE7F => valid,
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => valid.Append(' '),
                _ => valid.Write(rune),
            };
        }

        return valid.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static string Plain(string decomposed, char gaf)
    {
        var plain = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
            plain.Append(Letters.Fold(rune, gaf));
        return plain.ToString();
    }

    private static string Split(string plain)
    {
        var words = new StringBuilder(plain.Length + 8);
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

        return words.ToString();
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
