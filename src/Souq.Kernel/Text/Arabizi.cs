using System.Text.RegularExpressions;

namespace Souq.Kernel;

/// <summary>Arabic in Latin letters, with digits for the sounds these lack: <c>lil bay3</c>, <c>7anout</c>, <c>9adim</c>.</summary>
internal static partial class Arabizi
{
    // A digit before or between letters; at the end only those that are no number of a model after so few letters (a3, mazda 3, i9).
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])(?=[a-z]*[235679])(?:[a-z]*[235679](?=[a-z])[a-z235679]*|[a-z]{3,}[379])(?![\p{L}\p{N}])", RegexOptions.IgnoreCase)]
    private static partial Regex Word { get; }

    public readonly record struct Run(string Text, IReadOnlyList<string>? Candidates);

    /// <summary>The text cut into such words, each with what it may be in Arabic, and what stands between. Without a lexicon it stays whole.</summary>
    public static IEnumerable<Run> Runs(string text, ILexicon? lexicon)
    {
        var at = 0;
        for (var word = lexicon is null ? Match.Empty : Word.Match(text); word.Success; word = word.NextMatch())
        {
            if (Candidates(word.Value, lexicon!) is not { Count: > 0 } candidates) continue;
            if (word.Index > at) yield return new Run(text[at..word.Index], null);
            yield return new Run(word.Value, candidates);
            at = word.Index + word.Length;
        }

        if (at < text.Length) yield return new Run(text[at..], null);
    }

    private static List<string> Candidates(string word, ILexicon lexicon) =>
        [.. OtherScript.InArabic(word.ToLowerInvariant()).Select(ArabicText.Fold).Where(c => c.Length > 1)
            .OrderBy(c => lexicon.IsName(c) || lexicon.SameAs(c).Any() ? 0 : 1).Take(24)
            .SelectMany(c => lexicon.SameAs(c).Prepend(c)).Distinct().Take(32)];
}
