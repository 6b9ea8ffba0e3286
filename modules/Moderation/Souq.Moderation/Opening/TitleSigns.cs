using System.Globalization;
using System.Text.RegularExpressions;
using Souq.Kernel;

namespace Souq.Moderation.Opening;

/// <summary>What a title says besides what is offered.</summary>
public static partial class TitleSigns
{
    // An Algerian mobile or fixed number, however it is cut up: 0550 12 34 56, +213-550-12-34-56, 0 5 5 0 ….
    [GeneratedRegex(@"(?<!\d)(?:(?:\+|00)\s?213[\s.\-/_]*0?|0[\s.\-/_]*)(?:[567](?:[\s.\-/_]*\d){8}|[1-4](?:[\s.\-/_]*\d){7})(?!\d)")]
    private static partial Regex Phone { get; }

    /// <summary>Where phone numbers and links stand.</summary>
    public static IReadOnlyList<TextPiece> Contacts(string text) => TextPiece.Joined(
        [.. Phone.Matches(LatinDigits(text)).Select(m => new TextPiece(m.Index, m.Length)), .. WebLinks.Of(text)]);

    public static bool HasPhone(string title) => Phone.IsMatch(LatinDigits(title));

    public static bool HasLink(string title) => WebLinks.In(title);

    /// <summary>Nearly all capitals, and long enough not to be a name such as BMW X5.</summary>
    public static bool Shouts(string title)
    {
        var (upper, lower) = (title.Count(char.IsUpper), title.Count(char.IsLower));
        return upper >= 15 && upper > 4 * lower;
    }

    private static string LatinDigits(string text) => string.Concat(text.Select(c =>
        char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
}
