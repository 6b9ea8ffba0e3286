using System.Text.RegularExpressions;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Names as they are compared: accents, case, spaces, hyphens and the spelling variants of Arabic make no difference.</summary>
internal static partial class NameKey
{
    private static readonly KnownTexts<string> Known = new(most: 20_000, longest: 40);

    /// <summary>Letters and digits of the folded text; empty when it has neither. Never throws.</summary>
    public static string Of(string? text) => Known.Of(text, Read);

    private static string Read(string text) => string.Concat(ArabicText.Fold(Plus().Replace(text, "plus")).Where(c => c is not (' ' or '.')));

    // An S21+ is another thing than an S21; elsewhere the sign joins words, as a hyphen does.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\+(?=\s|\z)")]
    private static partial Regex Plus();
}
