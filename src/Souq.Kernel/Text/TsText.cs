using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <summary>Lexemes in the notation of PostgreSQL. Folded words hold no quotes or backslashes, so nothing has to be escaped.</summary>
internal static class TsText
{
    private const int LastPosition = 16383;

    public static string Query(IReadOnlyList<QueryTerm> terms, bool prefixLast)
    {
        var text = new StringBuilder();
        for (var i = 0; i < terms.Count; i++)
        {
            if (i > 0) text.Append(" & ");
            var goesOn = prefixLast && i == terms.Count - 1 && !char.IsAsciiDigit(terms[i].Word[^1]);
            var alternatives = terms[i].Alternatives.Select((lexeme, order) => goesOn && order == 0 ? $"'{lexeme}':*" : $"'{lexeme}'").ToList();
            if (alternatives.Count == 1) text.Append(alternatives[0]);
            else text.Append('(').AppendJoin(" | ", alternatives).Append(')');
        }

        return text.ToString();
    }

    public static string Vector(IReadOnlyList<WordForms> title, IReadOnlyList<WordForms> body)
    {
        var text = new StringBuilder();
        Append(text, title, 1, 'A', 'B');
        // The gap keeps a phrase from running out of the title into the body.
        Append(text, body, title.Count + 10, 'C', 'D');
        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<WordForms> words, int position, char exact, char stem)
    {
        foreach (var word in words)
        {
            foreach (var lexeme in word.Exact) Append(text, lexeme, position, exact);
            foreach (var lexeme in word.Stems) Append(text, lexeme, position, stem);
            position = Math.Min(position + 1, LastPosition);
        }
    }

    private static void Append(StringBuilder text, string lexeme, int position, char weight)
    {
        if (text.Length > 0) text.Append(' ');
        text.Append(CultureInfo.InvariantCulture, $"'{lexeme}':{position}{weight}");
    }
}
