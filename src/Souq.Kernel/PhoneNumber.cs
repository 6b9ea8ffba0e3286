using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>An Algerian telephone number, mobile (05, 06, 07) or fixed (01 to 04). Personal data: keep it out of events and logs.</summary>
public sealed record PhoneNumber
{
    private const int Longest = 40;

    private PhoneNumber(string national) => National = national;

    /// <summary>As stored and dialled from anywhere: <c>+213550123456</c>.</summary>
    public string E164 => "+213" + National;

    /// <summary>As people here read it: <c>0550 12 34 56</c>, <c>021 63 12 34</c>.</summary>
    public string Display => IsMobile
        ? $"0{National[..3]} {National[3..5]} {National[5..7]} {National[7..]}"
        : $"0{National[..2]} {National[2..4]} {National[4..6]} {National[6..]}";

    public bool IsMobile => National.Length == 9;

    /// <summary>Without country code and leading zero.</summary>
    private string National { get; }

    /// <summary>
    /// Reads what people type: any digits (Arabic ones too), spaces, points, dashes and brackets; starting with 0, 213, +213 or 00213.
    /// The loose form: whether an operator has given the range out does not matter.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = text is { Length: <= Longest } && Digits(text) is { } digits && Nation(digits) is { } national ? new PhoneNumber(national) : null;
        return number is not null;
    }

    /// <summary>The same, as <c>null</c> when it is no number of this country.</summary>
    public static PhoneNumber? Parse(string? text) => TryParse(text, out var number) ? number : null;

    /// <summary>Masked, so that a number that slips into a log is none: <c>+213 •••••3456</c>.</summary>
    public override string ToString() => $"+213 •••••{National[^4..]}";

    private static string? Nation(string digits)
    {
        var national = digits.StartsWith("00213", StringComparison.Ordinal) ? digits[5..]
            : digits.StartsWith("+213", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("213", StringComparison.Ordinal) ? digits[3..]
            : digits is ['0', ..] ? digits
            : "";
        if (national is ['0', ..]) national = national[1..];
        return national is [>= '5' and <= '7', ..] && national.Length == 9 || national is [>= '1' and <= '4', ..] && national.Length == 8
            ? national
            : null;
    }

    /// <summary>The digits in Latin form, with a leading plus if there was one; <c>null</c> when letters are among them.</summary>
    private static string? Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (c is '+' && digits.Length == 0) digits.Append(c);
            else if (!(c is '.' or '-' or '/' or '(' or ')' or '‑' or '–' or '_' || char.IsWhiteSpace(c) || IsInvisible(c))) return null;
        }

        return digits.ToString();
    }

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
