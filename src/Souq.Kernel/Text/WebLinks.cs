using System.Text.RegularExpressions;

namespace Souq.Kernel;

/// <summary>What in a text leads out of the market: addresses of sites and of mail, and names in other networks.</summary>
public static partial class WebLinks
{
    [GeneratedRegex(
        @"https?:|\bwww\.|\b(?:wa|t|fb|bit)\.(?:me|ly)\b|\b[a-z0-9-]{2,}\.(?:com|net|org|dz|info|shop|store|site|online|app)\b|(?<!\S)@\w{3,}|\S@\S+\.\w",
        RegexOptions.IgnoreCase)]
    private static partial Regex Link { get; }

    public static bool In(string text) => Link.IsMatch(text);

    /// <summary>Where they stand, each with all that is written together with it.</summary>
    public static IEnumerable<TextPiece> Of(string text) => Link.Matches(text).Select(m => Whole(text, m.Index, m.Length));

    // What says that it is a link is a part of it.
    private static TextPiece Whole(string text, int from, int length)
    {
        var to = from + length;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
        return new(from, to - from);
    }
}
