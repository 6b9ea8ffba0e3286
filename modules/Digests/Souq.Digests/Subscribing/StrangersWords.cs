using System.Text.RegularExpressions;

namespace Souq.Digests.Subscribing;

/// <summary>
/// A letter that asks a mailbox for its yes may have been ordered by anybody: what he typed must not become a message of his own to it. What looks like an
/// address or a number to call, or is long, is not passed on.
/// </summary>
public static partial class StrangersWords
{
    private const int Longest = 60;

    public static IReadOnlyList<string> Harmless(IEnumerable<string> pieces) => [.. pieces.Where(p => p.Length <= Longest && !Luring().IsMatch(p))];

    [GeneratedRegex(@"[a-z0-9\u0600-\u06FF]\.[a-z\u0600-\u06FF]{2}|[/@\\]|www|http|(\d[\s.-]?){8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Luring();
}
