using System.Buffers;
using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>
/// What people typed, fit to be kept and shown: valid Unicode in composed form, no control characters, no invisible direction changes
/// (which let a text disguise itself), no towers of accents. Cleaning twice changes nothing. Says nothing about HTML: pages escape.
/// </summary>
public static class SafeText
{
    private const int MostMarks = 4;

    /// <summary>Letters, digits and signs that are clean in whatever order they stand: each is composed already, and none joins the one before it.</summary>
    private static readonly SearchValues<char> Clear = SearchValues.Create(
        [.. Range(' ', '~'), '\n', .. Range('¡', '¬'), .. Range('®', 'ÿ'), 'Œ', 'œ', '–', '—', '’', '“', '”', '…', '€', '،', '؛', '؟', .. Range('ء', 'غ'), .. Range('ف', 'ي'), .. Range('٠', '٩')]);

    /// <summary>One line: every run of blanks and line ends becomes one space, the ends are trimmed.</summary>
    public static string Line(string? text) => Squeeze(Clean(text));

    /// <summary>Several lines joined by <c>\n</c>, each cleaned as one; at most one empty line between two, none at the ends.</summary>
    public static string Lines(string? text)
    {
        var clean = Clean(text);
        if (!clean.Contains('\n')) return Squeeze(clean);
        var kept = new StringBuilder();
        var empty = 0;
        foreach (var line in clean.Split('\n').Select(Squeeze))
        {
            if (line.Length == 0)
            {
                empty++;
                continue;
            }

            if (kept.Length > 0) kept.Append(empty > 0 ? "\n\n" : "\n");
            kept.Append(line);
            empty = 0;
        }

        return kept.ToString();
    }

    /// <summary>Lone surrogates, on which normalisation throws and PostgreSQL refuses the text, become spaces.</summary>
    internal static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Write(rune.Value == 0xFFFD ? new Rune(' ') : rune);
        return valid.ToString();
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private static string Squeeze(string clean) => clean.Length == 0 || (clean[0] != ' ' && clean[^1] != ' ' && !clean.Contains('\n') && !clean.Contains("  ", StringComparison.Ordinal))
        ? clean : string.Join(' ', clean.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.AsSpan().IndexOfAnyExcept(Clear) < 0) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n') clean.Append('\n');
            else if (IsBlank(rune)) clean.Append(' ');
            else if (IsKept(rune)) clean.Write(rune);
        }

        return WithoutTowers(clean.ToString().Normalize(NormalizationForm.FormC));
    }

    private static string WithoutTowers(string text)
    {
        var kept = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarks) kept.Write(rune);
        }

        return kept.ToString();
    }

    /// <summary>Spaces of all widths, and letters that are drawn as nothing.</summary>
    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is 0xFFFD or 0x2800 or 0x3164 or 0xFFA0 or 0x115F or 0x1160;

    /// <summary>Of the invisible characters only the two joiners, which Arabic script and emoji need.</summary>
    private static bool IsKept(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
