using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Souq.Kernel;

/// <summary>One word of a text with all its forms: as written (more than one where ڨ can be read in two ways), and stemmed.</summary>
internal sealed record WordForms(IReadOnlyList<string> Exact, IReadOnlyList<string> Stems)
{
    /// <summary>PostgreSQL refuses lexemes above 2 KB and vectors above 1 MB; no real word or advert comes near these.</summary>
    private const int LongestWord = 60, MostWords = 4000;

    /// <summary>Words remembered for one lexicon; some megabytes.</summary>
    private const int MostKnown = 50_000;

    private static readonly object NoLexicon = new();

    // They go with the lexicon they were made by.
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, string[]>> Known = [];

    public string Word => Exact[0];

    public IEnumerable<string> All => Exact.Concat(Stems);

    /// <summary>What a reader of the other script may know a Latin word by: its consonants; empty where they say too little.</summary>
    public string Consonants => Word.Length >= 4 && Word.All(char.IsAsciiLetterLower) ? OtherScript.Consonants(Word) : "";

    public IEnumerable<string> Everything => Consonants is { Length: > 0 } consonants ? All.Append(consonants) : All;

    public static IReadOnlyList<WordForms> Of(string? text, ILexicon? lexicon)
    {
        var words = Split(text, Letters.GafAsQaf);
        var others = text is not null && Folding.HasGaf(text) ? Split(text, Letters.GafAsGhain) : words;
        var forms = new List<WordForms>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            List<string> exact = [words[i]];
            if (others[i] != words[i]) exact.Add(others[i]);
            // "F 3" is also found as F3.
            if (i > 0 && AreModel(words[i - 1], words[i])) exact.Add(words[i - 1] + words[i]);
            forms.Add(new WordForms(exact, exact.Count == 1 ? StemsOf(exact[0], lexicon)
                : [.. exact.SelectMany(word => StemsOf(word, lexicon)).Distinct(StringComparer.Ordinal).Except(exact)]));
        }

        return forms;
    }

    /// <summary>Its plural is made by an ending: ة → ات, and most words in Latin letters.</summary>
    public static bool HasEndings(string word) => word[^1] == 'ه' || char.IsAsciiLetterLower(word[0]);

    /// <summary>One Latin letter and a number of up to three digits: F 3, A 54, C 220.</summary>
    public static bool AreModel(string first, string second) =>
        first is [>= 'a' and <= 'z'] && second.Length <= 3 && second.All(char.IsAsciiDigit);

    /// <summary>Without the word itself. The same few thousand words make up nearly all adverts, so that they are remembered.</summary>
    private static string[] StemsOf(string word, ILexicon? lexicon)
    {
        var known = Known.GetOrCreateValue(lexicon ?? (object)NoLexicon);
        if (known.TryGetValue(word, out var stems)) return stems;
        stems = [.. Stem(word, lexicon).Distinct(StringComparer.Ordinal).Where(stem => stem != word)];
        if (known.Count < MostKnown) known.TryAdd(word, stems);
        return stems;
    }

    private static IEnumerable<string> Stem(string word, ILexicon? lexicon)
    {
        var isName = lexicon?.IsName(word) == true;
        if (word.All(Letters.IsArabic))
        {
            if (lexicon is null) return ArabicStems.Of(word);
            var ofName = ArabicStems.OfName(word, lexicon.IsName);
            if (isName) return ofName;
            var same = lexicon.IsListed(word) ? lexicon.SameAs(word).ToHashSet(StringComparer.Ordinal) : null;
            return ArabicStems.Of(word).Where(stem => same is null || !lexicon.IsListed(stem) || same.Contains(stem)).Concat(ofName);
        }

        return !isName && word.All(char.IsAsciiLetterLower) ? FrenchStems.Of(word) : [];
    }

    private static string[] Split(string? text, char gaf)
    {
        var words = Folding.Fold(text ?? "", gaf).Split(' ', MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords) Array.Resize(ref words, MostWords);
        return Array.ConvertAll(words, Cut);
    }

    private static string Cut(string word) =>
        word.Length <= LongestWord ? word : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
}
