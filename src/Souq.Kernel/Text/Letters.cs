using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>What becomes of a single letter of a text that is already decomposed (NFKD) and free of lone surrogates.</summary>
internal static class Letters
{
    /// <summary>The Maghrebi g (ڨ گ ڭ) is written ق in names of places and غ in words from abroad.</summary>
    public const char GafAsQaf = 'ق', GafAsGhain = 'غ';

    public const char Group = '٬', Quote = '\'';

    /// <summary>Folded letters or digits; one of <c>. , ٬ '</c>, of which the neighbours decide; a space; or nothing.</summary>
    public static string Fold(Rune rune, char gaf) => rune.Value switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or ' ' or '.' or ',' or Group or Quote => rune.ToString(),
        'ـ' or 'ء' => "",
        'ٱ' or 'ٲ' or 'ٳ' or 'ٵ' => "ا",
        'ة' or 'ۃ' or 'ە' or 'ہ' or 'ھ' or 'ۀ' or 'ۂ' => "ه",
        'ى' or 'ی' or 'ے' or 'ۍ' or 'ې' => "ي",
        'ک' or 'ڪ' => "ك",
        'ڨ' or 'گ' or 'ڭ' => gaf == GafAsGhain ? "غ" : "ق",
        'ڤ' or 'ڥ' or 'ڢ' => "ف",
        'ڧ' => "ق",
        'پ' => "ب",
        'چ' or 'ژ' => "ج",
        '٫' => ".",
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' or 'ẞ' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        '×' => "x",
        _ => FoldByKind(rune),
    };

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\u0870' and <= '\u08FF';

    private static string FoldByKind(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Rune.ToLowerInvariant(rune).ToString(),
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter => rune.ToString(),
        // Small letters set high are decomposed by now; what is left of this block are marks such as ʼ and ˈ.
        UnicodeCategory.ModifierLetter => rune.Value is >= 0x02B0 and <= 0x02FF ? " " : rune.ToString(),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => "",
        UnicodeCategory.Format => "",
        _ => " ",
    };
}
