using System.Globalization;
using System.Text;

namespace Souq.Catalog.Contracts;

/// <summary>One line of typed text without what cannot be stored or would disturb the page around it.</summary>
internal static class CleanText
{
    /// <summary>Composed (NFC), single spaces, trimmed; control characters, direction marks and broken surrogates are gone.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (Keeps(rune)) clean.Append(rune.ToString());
        }

        return string.Join(' ', clean.ToString().Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool Keeps(Rune rune) =>
        rune != Rune.ReplacementChar
        && rune.Value is not (0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
