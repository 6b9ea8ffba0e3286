using System.Text.RegularExpressions;

namespace Souq.Kernel;

/// <summary>Reads what was typed into the search field: words, <c>"phrases"</c> in any quotes, and <c>-words</c> that must not be there.</summary>
internal static partial class AskedReader
{
    /// <summary>More words than this only make a query slow.</summary>
    private const int MostTerms = 16;

    // A hyphen inside a word (T-Roc) or before a blank or a number (- 5) leaves nothing out.
    [GeneratedRegex("""(?<quote>["“”„«»][^"“”„«»]*(?:["“”„«»]|$))|(?<=^|\s)-(?<without>\p{L}\S*)""")]
    private static partial Regex Marked { get; }

    public static AskedWords Read(string? typed, ILexicon? lexicon)
    {
        var (terms, without) = (new List<QueryTerm>(), new List<QueryTerm>());
        var rest = Marked.Replace(typed ?? "", mark =>
        {
            if (mark.Groups["without"] is { Success: true } left) without.AddRange(Terms(left.Value, lexicon));
            else if (ArabicText.Words(mark.Value) is { Count: > 0 } words) terms.Add(Phrase(words));
            return " ";
        });
        terms.AddRange(Terms(rest, lexicon));
        return new AskedWords(
            [.. terms.DistinctBy(t => t.Word).Take(MostTerms)],
            [.. without.DistinctBy(t => t.Word).Take(MostTerms)]);
    }

    private static QueryTerm Phrase(IReadOnlyList<string> words)
    {
        var phrase = string.Join(' ', words.Take(MostTerms));
        return new QueryTerm(phrase, [phrase]);
    }

    private static List<QueryTerm> Terms(string typed, ILexicon? lexicon)
    {
        var terms = QueryTerms.Of(typed, lexicon).ToList();
        var telling = terms.Where(term => !StopWords.Contains(term.Word)).ToList();
        return telling.Count > 0 ? telling : terms;
    }
}
