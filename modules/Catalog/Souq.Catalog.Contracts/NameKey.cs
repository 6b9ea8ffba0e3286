using System.Globalization;
using System.Text;

namespace Souq.Catalog.Contracts;

/// <summary>Names as they are compared: accents, case, spaces, hyphens and the spelling variants of Arabic make no difference.</summary>
internal static class NameKey
{
    /// <summary>Letters and digits only, folded; empty when the text has neither. Never throws.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var key = new StringBuilder(text.Length);
        foreach (var rune in CleanText.Of(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                key.Append(Fold(rune));
        return key.ToString();
    }

    private static string Fold(Rune rune) => rune.Value switch
    {
        0x0671 => "\u0627", // alef wasla
        0x0649 or 0x06CC => "\u064A", // alef maqsura and Persian ya: ya
        0x0629 => "\u0647", // ta marbuta: ha
        0x06A9 or 0x06AA or 0x06AD or 0x06AF => "\u0643", // Persian kaf and gaf: kaf
        0x06A8 => "\u0642", // Maghrebi ga: qaf
        0x06A4 => "\u0641", // va: fa
        0x067E => "\u0628", // pa: ba
        0x0640 => "", // tatweel
        0x00DF => "ss",
        0x00E6 => "ae",
        0x0153 => "oe",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber =>
            ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        _ => rune.ToString(),
    };
}
