using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>Names for addresses.</summary>
public static class Slugs
{
    private const int Longest = 80;

    /// <summary>
    /// Lower-case ASCII words joined by hyphens: "Téléphones &amp; Œuvres" → <c>telephones-oeuvres</c>. At most 80 characters, cut between
    /// words where possible; empty when the text has no Latin letters or digits, as Arabic has not.
    /// </summary>
    public static string Slug(string? text)
    {
        var slug = new StringBuilder();
        foreach (var rune in SafeText.Valid(text ?? "").Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            var part = Letters.Fold(rune, Letters.GafAsQaf);
            if (part.Length > 0 && part.All(char.IsAsciiLetterOrDigit)) slug.Append(part);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var whole = slug.ToString().TrimEnd('-');
        if (whole.Length <= Longest) return whole;
        var end = whole.LastIndexOf('-', Longest);
        return end > 0 ? whole[..end] : whole[..Longest];
    }
}
