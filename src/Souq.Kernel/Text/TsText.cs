namespace Souq.Kernel;

/// <summary>Lexemes in the notation of PostgreSQL. Folded words hold no quotes or backslashes, so nothing has to be escaped.</summary>
internal static class TsText
{
    public static string Query(AskedWords asked, bool prefixLast) => string.Join(" & ",
        asked.Terms.Select((term, i) => Term(term, prefixLast && i == asked.Terms.Count - 1)).Concat(asked.Without.Select(term => "!" + Inside(Term(term)))));

    /// <summary>Each without one of its terms, any of which may do.</summary>
    public static string Relaxed(AskedWords asked)
    {
        if (asked.Terms.Count < 2) return "";
        var most = asked.Terms.Select((_, left) => string.Join(" & ", asked.Terms.Where((_, i) => i != left).Select(term => Term(term))));
        var any = "(" + string.Join(" | ", most.Select(all => asked.Terms.Count > 2 ? $"({all})" : all)) + ")";
        return string.Join(" & ", asked.Without.Select(term => "!" + Inside(Term(term))).Prepend(any));
    }

    public static TsVector Vector(IReadOnlyList<WordForms> title, IReadOnlyList<WordForms> body)
    {
        var vector = new TsVector(room: 3 * title.Count + 2 * body.Count);
        Add(vector, title, 1, 'A', 'B', withConsonants: true);
        // The gap keeps a phrase from running out of the title into the body.
        Add(vector, body, title.Count + 10, 'C', 'D', withConsonants: false);
        return vector;
    }

    private static string Term(QueryTerm term, bool goesOn = false)
    {
        goesOn = goesOn && !char.IsAsciiDigit(term.Word[^1]);
        var ways = term.Alternatives.Select(phrase => Phrase(phrase, goesOn && phrase == term.Word)).ToList();
        if (term.Parts.Count > 0)
        {
            var parts = string.Join(" & ", term.Parts.Select((part, i) => Term(part, goesOn && i == term.Parts.Count - 1)));
            ways.Insert(0, term.Parts.Count > 1 ? $"({parts})" : parts);
        }

        return ways.Count == 1 ? ways[0] : "(" + string.Join(" | ", ways) + ")";
    }

    private static string Phrase(string phrase, bool goesOn)
    {
        var words = phrase.Split(' ');
        var text = string.Join(" <-> ", words.Select((word, i) => $"'{word}'" + (goesOn && i == words.Length - 1 ? ":*" : "")));
        return words.Length == 1 ? text : $"({text})";
    }

    private static string Inside(string term) => term[0] == '(' ? term : $"({term})";

    private static void Add(TsVector vector, IReadOnlyList<WordForms> words, int place, char exact, char stem, bool withConsonants)
    {
        foreach (var word in words)
        {
            foreach (var lexeme in word.Exact) vector.Add(lexeme, place, exact);
            foreach (var lexeme in word.Stems) vector.Add(lexeme, place, stem);
            if (withConsonants && word.Consonants is { Length: > 0 } consonants) vector.Add(consonants, place, 'D');
            place++;
        }
    }
}
