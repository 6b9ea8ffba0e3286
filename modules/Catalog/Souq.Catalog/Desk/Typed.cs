using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;

namespace Souq.Catalog.Desk;

/// <summary>Forms of the desk, as typed.</summary>
internal static class Typed
{
    public static string Text(this IFormCollection form, string name) => form[name].ToString();

    public static IReadOnlyList<string> Several(this IFormCollection form, string name) => [.. form[name].OfType<string>().Where(v => v.Length > 0).Distinct()];

    public static LocalizedText Names(this IFormCollection form, string prefix) =>
        new(form.Text(prefix + "_ar"), form.Text(prefix + "_fr"), form.Text(prefix + "_en"));

    /// <summary>A whole number in any digits; <see cref="int.MinValue"/>, which is out of all bounds, when it is none.</summary>
    public static int Whole(string text) => Number(text) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue
        ? (int)number
        : int.MinValue;

    /// <summary>A number in any digits, with a point or a comma; <c>null</c> when it is none.</summary>
    public static decimal? Number(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in SafeText.Line(text).Where(c => !char.IsWhiteSpace(c)))
            plain.Append(CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c is ',' or '\u066B' ? '.' : c == '\u2212' ? '-' : c);
        return plain.Length <= 20 && decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    public static string Plain(decimal? number) => number?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";

    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool IsOneOf<T>(string text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, out value) && Enum.IsDefined(value) && value.ToString() == text;
}
