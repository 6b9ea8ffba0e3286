using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Souq.Accounts.Stores;

/// <summary>
/// A number of the Algerian trade register, as on the extract: wilaya, <c>/00-</c>, seven digits, A for a person or B for a company (C for
/// further places of business), year. Written <c>16/00-1234567B12</c>.
/// </summary>
public static partial class RegisterNumber
{
    private const int Longest = 40;

    /// <summary>Forgives blanks, dashes, dots, Arabic digits and the order of old extracts (<c>12B1234567-00/16</c>).</summary>
    public static string? Parse(string? typed)
    {
        if (typed is null or { Length: > Longest }) return null;
        var plain = new StringBuilder();
        foreach (var c in typed.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsDigit(c)) plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (char.IsAsciiLetter(c)) plain.Append(char.ToUpperInvariant(c));
            else if (!(char.IsWhiteSpace(c) || c is '/' or '-' or '.' or '–' or '_' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)) return null;
        }

        var text = plain.ToString();
        var match = Usual().Match(text) is { Success: true } usual ? usual : Old().Match(text);
        if (!match.Success || int.Parse(match.Groups["wilaya"].Value, CultureInfo.InvariantCulture) is < 1 or > 69) return null;
        return $"{match.Groups["wilaya"].Value}/00-{match.Groups["number"].Value}{match.Groups["kind"].Value}{match.Groups["year"].Value}";
    }

    [GeneratedRegex("^(?:RC|NRC)?(?<wilaya>[0-9]{2})00(?<number>[0-9]{7})(?<kind>[ABC])(?<year>[0-9]{2})$")]
    private static partial Regex Usual();

    [GeneratedRegex("^(?:RC|NRC)?(?<year>[0-9]{2})(?<kind>[ABC])(?<number>[0-9]{7})00(?<wilaya>[0-9]{2})$")]
    private static partial Regex Old();
}
