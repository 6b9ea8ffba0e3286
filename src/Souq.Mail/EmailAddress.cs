using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Souq.Mail;

/// <summary>An e-mail address as people type it, in the one form it is compared and kept in: lower case, no spaces, ASCII domain.</summary>
public static partial class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>False when no mail could be delivered to it; quoted names and bare host names are not taken.</summary>
    public static bool TryFold(string? typed, [NotNullWhen(true)] out string? folded)
    {
        folded = null;
        var text = (typed ?? "").Trim().Trim('\u200e', '\u200f');
        var at = text.LastIndexOf('@');
        if (at < 1 || text.Length > MaxLength) return false;
        try
        {
            var candidate = text[..at].ToLowerInvariant() + "@" + new IdnMapping().GetAscii(text[(at + 1)..]).ToLowerInvariant();
            if (!Shape().IsMatch(candidate)) return false;
            folded = candidate;
            return true;
        }
        catch (ArgumentException)
        {
            return false; // The domain is no name.
        }
    }

    [GeneratedRegex(@"^(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")]
    private static partial Regex Shape();
}
