namespace Souq.Kernel;

/// <summary>One thing asked for.</summary>
/// <param name="Word">The folded word as it was asked.</param>
/// <param name="Alternatives">The lexemes that meet it, any one of them; the word itself comes first.</param>
public sealed record QueryTerm(string Word, IReadOnlyList<string> Alternatives)
{
    /// <summary>Do lexemes of a text (<see cref="ArabicText.Lexemes(string?)"/>) meet it?</summary>
    public bool IsMetBy(IEnumerable<string> lexemes) => lexemes.Any(Alternatives.Contains);
}

internal static class QueryTerms
{
    /// <summary>More words than this only make a query slow.</summary>
    private const int MostTerms = 16;

    public static IReadOnlyList<QueryTerm> Of(string? words, ILexicon? lexicon)
    {
        var asked = Models(WordForms.Of(words, lexicon)).ToList();
        var telling = asked.Where(word => !StopWords.Contains(word.Word)).ToList();
        return [.. (telling.Count > 0 ? telling : asked)
            .DistinctBy(word => word.Word)
            .Take(MostTerms)
            .Select(word => new QueryTerm(word.Word, [.. word.All.Concat(Same(word, lexicon)).Distinct(StringComparer.Ordinal)]))];
    }

    /// <summary>"F 3" asks for F3, which the index has for both spellings.</summary>
    private static IEnumerable<WordForms> Models(IReadOnlyList<WordForms> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && WordForms.AreModel(words[i].Word, words[i + 1].Word))
                yield return new WordForms([words[i].Word + words[++i].Word], []);
            else
                yield return words[i];
        }
    }

    private static IEnumerable<string> Same(WordForms word, ILexicon? lexicon) =>
        lexicon is null ? [] : word.Exact.SelectMany(lexicon.SameAs).SelectMany(other => WordForms.Of(other, lexicon) is [var one] ? one.All : []);
}
