using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Names as they are compared: accents, case, spaces, hyphens and the spelling variants of Arabic make no difference.</summary>
internal static partial class NameKey
{
    /// <summary>Texts of at most so many letters are remembered, some megabytes of them: adverts give the same few thousand answers.</summary>
    private const int Longest = 40, Most = 20_000;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static int count;

    /// <summary>Letters and digits of the folded text; empty when it has neither. Never throws.</summary>
    public static string Of(string? text)
    {
        if (text is null || text.Length > Longest) return Read(text);
        if (Known.TryGetValue(text, out var key)) return key;
        if (Interlocked.Increment(ref count) > Most)
        {
            Known.Clear();
            count = 1;
        }

        return Known[text] = Read(text);
    }

    private static string Read(string? text) => string.Concat(ArabicText.Fold(Plus().Replace(text ?? "", "plus")).Where(c => c is not (' ' or '.')));

    // An S21+ is another thing than an S21; elsewhere the sign joins words, as a hyphen does.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\+(?=\s|\z)")]
    private static partial Regex Plus();
}
