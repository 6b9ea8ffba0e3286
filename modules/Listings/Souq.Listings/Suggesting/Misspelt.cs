using Souq.Kernel;

namespace Souq.Listings.Suggesting;

/// <summary>
/// Words that neither an advert nor the catalog has, but that are nearly those one of them has: what the reader may have meant. Phrases in
/// quotes and words to leave out are meant as they stand, and so is what is short or no word.
/// </summary>
public static class Misspelt
{
    private const int Shortest = 4, Longest = 30, MostTokens = 16;

    /// <summary>From so many letters on, two slips may be one word; below, they lead to any.</summary>
    private const int LettersForTwoSlips = 6;

    /// <summary>The words with those misspelt put right, the others as typed; <c>null</c> where there is nothing to put right.</summary>
    public static string? Corrected(string typed, KnownWords known)
    {
        var tokens = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length > MostTokens) return null;
        var (asOne, quoted, changed) = (AsOne(typed, known), false, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            var marks = tokens[i].AsSpan().CountAny(Suggester.Quotes);
            if (marks == 0 && !quoted && tokens[i][0] != '-' && Right(tokens[i], known, asOne) is { } right) (tokens[i], changed) = (right, true);
            quoted ^= marks % 2 == 1;
        }

        return changed ? string.Join(' ', tokens) : null;
    }

    /// <summary>Words that are one thing together (land rover, bay3), which the catalog may not know one by one.</summary>
    private static HashSet<string> AsOne(string typed, KnownWords known) =>
        [.. ArabicText.Ask(typed, known.Catalog.Lexicon).Terms.Where(t => t.Parts.Count > 0).SelectMany(t => t.Word.Split(' '))];

    private static string? Right(string token, KnownWords known, HashSet<string> asOne)
    {
        var words = ArabicText.Words(token).ToArray();
        var changed = false;
        for (var i = 0; i < words.Length; i++)
            if (!asOne.Contains(words[i]) && IsWord(words[i]) && !IsKnown(words[i], known) && Meant(words[i], known) is { } meant) (words[i], changed) = (meant, true);
        return changed ? string.Join(' ', words) : null;
    }

    private static string? Meant(string word, KnownWords known) =>
        known.Near(word, word.Length < LettersForTwoSlips ? 1 : 2).FirstOrDefault(near => near.All(char.IsLetter));

    private static bool IsWord(string word) => word.Length is >= Shortest and <= Longest && word.All(char.IsLetter);

    /// <summary>Itself or by its stem.</summary>
    private static bool IsKnown(string word, KnownWords known) =>
        ArabicText.Lexemes(word, known.Catalog.Lexicon).Any(form => known.Vocabulary.AdvertsWith(form) > 0 || known.Catalog.Lexicon.Knows(form));
}
