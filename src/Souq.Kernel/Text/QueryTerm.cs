namespace Souq.Kernel;

/// <summary>One thing asked for.</summary>
/// <param name="Word">The folded word as it was asked; several, when they are one thing (عين الدفلى, land rover).</param>
/// <param name="Alternatives">
/// What meets it, any one: a lexeme, or a phrase of lexemes with single spaces between. A single word comes first itself.
/// </param>
public sealed record QueryTerm(string Word, IReadOnlyList<string> Alternatives)
{
    /// <summary>The asked words one by one, when they are several: all of them meet it as well.</summary>
    public IReadOnlyList<QueryTerm> Parts { get; init; } = [];

    /// <summary>Do lexemes of a text (<see cref="ArabicText.Lexemes(string?)"/>) meet it? The order of a phrase is not looked at.</summary>
    public bool IsMetBy(IReadOnlyCollection<string> lexemes) =>
        Alternatives.Any(phrase => phrase.Split(' ').All(lexemes.Contains)) || (Parts.Count > 0 && Parts.All(part => part.IsMetBy(lexemes)));
}

/// <summary>What a reader asks for in words.</summary>
/// <param name="Terms">All to be met.</param>
/// <param name="Without">None to be met: <c>-word</c>.</param>
public sealed record AskedWords(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<QueryTerm> Without)
{
    public bool IsEmpty => Terms.Count == 0 && Without.Count == 0;
}
