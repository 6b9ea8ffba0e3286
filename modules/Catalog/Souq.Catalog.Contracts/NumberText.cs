using System.Globalization;
using System.Text;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Numbers as people type and read them: <c>120 000</c>, <c>120.000 km</c>, <c>1,6</c>, Arabic digits.</summary>
internal static class NumberText
{
    /// <summary>
    /// The number, rounded to the decimals wanted; <c>null</c> when it is none. A single separator followed by three digits groups
    /// thousands when no decimals are wanted, and is the decimal point otherwise.
    /// </summary>
    public static decimal? Read(string text, int decimals, LocalizedText? unit)
    {
        var digits = new StringBuilder();
        var at = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsLetter(c)) break;
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit) digits.Append((char)('0' + digit));
            else if (c is '.' or ',' or '\u066B') digits.Append(c == '\u066B' ? '.' : c);
            else if (c is '-' or '\u2212') digits.Append('-');
            else if (c is not ('\'' or '\u2019' or '\u066C' or '+') && !char.IsWhiteSpace(c)) return null;
        }

        if (!IsUnit(text[at..], unit)) return null;
        return decimal.TryParse(Plain(digits.ToString(), decimals), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)
            ? Math.Round(number, Math.Clamp(decimals, 0, 10), MidpointRounding.AwayFromZero)
            : null;
    }

    public static string Canonical(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Grouped and with its unit, on one line; without a unit (a year) it is not grouped.</summary>
    public static string Display(decimal number, LocalizedText? unit, Language language) => unit is null
        ? Canonical(number).Replace('.', language == Language.English ? '.' : ',')
        : PriceFormat.Number(number, language) + "\u00A0" + unit.In(language);

    private static bool IsUnit(string tail, LocalizedText? unit)
    {
        var key = NameKey.Of(tail);
        return key.Length == 0 || (unit is not null && Languages.All.Any(language => NameKey.Of(unit.In(language)) == key));
    }

    private static string Plain(string digits, int decimals)
    {
        var dots = digits.Count(c => c == '.');
        var commas = digits.Count(c => c == ',');
        if (dots > 0 && commas > 0)
        {
            var point = digits.LastIndexOfAny(['.', ',']);
            return digits.Replace(digits[point] == '.' ? "," : ".", "", StringComparison.Ordinal).Replace(',', '.');
        }

        var groups = digits.TrimStart('-').Split('.', ',');
        var thousands = groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups[1..].All(g => g.Length == 3);
        return thousands && (groups.Length > 2 || decimals == 0)
            ? digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)
            : digits.Replace(',', '.');
    }
}
