using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Names as they are compared: accents, case, spaces, hyphens and the spelling variants of Arabic make no difference.</summary>
internal static class NameKey
{
    /// <summary>Letters and digits of the folded text; empty when it has neither. Never throws.</summary>
    public static string Of(string? text) => string.Concat(ArabicText.Fold(text).Where(c => c is not (' ' or '.')));
}
