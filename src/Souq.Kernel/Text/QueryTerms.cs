namespace Souq.Kernel;

/// <summary>The things a line of words asks for: words that are one thing together, words with a digit for a letter, and single words.</summary>
internal static class QueryTerms
{
    /// <summary>The longest line that is read; what follows is not looked at.</summary>
    private const int MostWords = 64;

    private const int MostAlternatives = 40;

    public static IEnumerable<QueryTerm> Of(string typed, ILexicon? lexicon)
    {
        // Before folding takes letters and digits apart: bay3 is بيع.
        foreach (var run in Arabizi.Runs(typed, lexicon))
        {
            if (run.Candidates is { } candidates) yield return new QueryTerm(ArabicText.Fold(run.Text), candidates) { Parts = [.. Plain(run.Text, lexicon)] };
            else foreach (var term in Plain(run.Text, lexicon)) yield return term;
        }
    }

    private static IEnumerable<QueryTerm> Plain(string typed, ILexicon? lexicon)
    {
        var words = Models(WordForms.Of(typed, lexicon)).Take(MostWords).ToList();
        for (var at = 0; at < words.Count;)
        {
            var (length, same) = LongestThing(words, at, lexicon);
            if (length == 1) yield return Single(words[at], lexicon);
            else yield return new QueryTerm(Join(words, at, length), same) { Parts = [.. words.Skip(at).Take(length).Select(word => Single(word, lexicon))] };
            at += length;
        }
    }

    /// <summary>How many words from here on are one thing, and what else that thing is called.</summary>
    private static (int Length, IReadOnlyList<string> Same) LongestThing(List<WordForms> words, int at, ILexicon? lexicon)
    {
        for (var length = Math.Min(lexicon?.LongestPhrase ?? 1, words.Count - at); length > 1; length--)
            if (lexicon!.SameAs(Join(words, at, length)).SelectMany(other => Forms(other, lexicon)).Distinct().Take(MostAlternatives).ToList() is { Count: > 0 } same)
                return (length, same);
        return (1, []);
    }

    private static string Join(List<WordForms> words, int at, int length) => string.Join(' ', words.Skip(at).Take(length).Select(w => w.Word));

    private static QueryTerm Single(WordForms word, ILexicon? lexicon)
    {
        if (lexicon is null) return new QueryTerm(word.Word, [.. word.All]);
        var same = word.All.SelectMany(lexicon.SameAs).SelectMany(other => Forms(other, lexicon)).ToList();
        // A word nobody has listed may stand in the other script.
        if (same.Count == 0 && !lexicon.IsName(word.Word)) same.AddRange(OtherScript.Guesses(word.Word));
        // What is listed is asked for as it is listed: فيلا has plurals of its own, and its stem is an elephant.
        var own = lexicon.IsListed(word.Word) ? Forms(word.Word, lexicon) : word.All;
        return new QueryTerm(word.Word, [.. own.Prepend(word.Word).Concat(same).Distinct(StringComparer.Ordinal).Take(MostAlternatives)]);
    }

    /// <summary>
    /// The lexemes of something listed. Endings are cut where a plural is made by one (ة → ات, French s) and nowhere else: the stem of
    /// كراسي would be that of كراسات.
    /// </summary>
    private static IEnumerable<string> Forms(string other, ILexicon lexicon)
    {
        if (other.Contains(' ')) return [other];
        if (WordForms.Of(other, lexicon) is not [var one]) return [];
        return WordForms.HasEndings(other) ? one.All : one.Exact.Concat(ArabicStems.OfName(other, _ => false));
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
}
