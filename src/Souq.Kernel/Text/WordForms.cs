namespace Souq.Kernel;

/// <summary>One word of a text with all its forms: as written (more than one where ڨ can be read in two ways), and stemmed.</summary>
internal sealed class WordForms(string[] exact, string[] stems)
{
    /// <summary>PostgreSQL refuses lexemes above 2 KB and vectors above 1 MB; no real word or advert comes near these.</summary>
    private const int LongestWord = 60, MostWords = 4000;

    private string? consonants;

    public string[] Exact { get; } = exact;

    public string[] Stems { get; } = stems;

    public string Word => Exact[0];

    public IEnumerable<string> All => Exact.Concat(Stems);

    /// <summary>What a reader of the other script may know a Latin word by: its consonants; empty where they say too little.</summary>
    public string Consonants => consonants ??= Word.Length >= 4 && Word.All(char.IsAsciiLetterLower) ? OtherScript.Consonants(Word) : "";

    public IEnumerable<string> Everything => Consonants is { Length: > 0 } kept ? All.Append(kept) : All;

    public static IReadOnlyList<WordForms> Of(string? text, ILexicon? lexicon)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var known = KnownForms.By(lexicon);
        if (Folding.HasGaf(text)) return InTwoWays(text, known);
        var (folded, forms) = (Folding.Fold(text, Letters.GafAsQaf), new List<WordForms>(text.Length / 4));
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = Cut(folded.AsSpan(range));
            if (word.Length == 0) continue;
            var one = known.Of(word);
            forms.Add(forms.Count > 0 ? AfterLetter(forms[^1].Word, one, known) : one);
            if (forms.Count == MostWords) break;
        }

        return forms;
    }

    private static WordForms[] InTwoWays(string text, KnownForms known)
    {
        var (words, others) = (Split(text, Letters.GafAsQaf), Split(text, Letters.GafAsGhain));
        var forms = new WordForms[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var one = others[i] == words[i] ? known.Of(words[i]) : Together([words[i], others[i]], known);
            forms[i] = i > 0 ? AfterLetter(words[i - 1], one, known) : one;
        }

        return forms;
    }

    /// <summary>A text, and after it the names of things, each of which stands in thousands of adverts: what they say is remembered. The same as all of it as one text.</summary>
    public static IReadOnlyList<WordForms> Of(string? text, IEnumerable<string> names, ILexicon? lexicon)
    {
        var (forms, known) = (new List<WordForms>(Of(text, lexicon)), KnownForms.By(lexicon));
        foreach (var name in names)
        {
            var (more, next) = (known.OfName(name), forms.Count);
            forms.AddRange(more);
            if (next > 0 && more.Count > 0) forms[next] = AfterLetter(forms[next - 1].Word, more[0], known);
        }

        return forms;
    }

    /// <summary>"F 3" is also found as F3.</summary>
    private static WordForms AfterLetter(string before, WordForms forms, KnownForms known) =>
        AreModel(before, forms.Word) ? Together([.. forms.Exact, before + forms.Word], known) : forms;

    private static WordForms Together(string[] exact, KnownForms known) =>
        new(exact, [.. exact.SelectMany(word => known.Of(word).Stems).Distinct(StringComparer.Ordinal).Except(exact)]);

    /// <summary>Its plural is made by an ending: ة → ات, and most words in Latin letters.</summary>
    public static bool HasEndings(string word) => word[^1] == 'ه' || char.IsAsciiLetterLower(word[0]);

    /// <summary>One Latin letter and a number of up to three digits: F 3, A 54, C 220.</summary>
    public static bool AreModel(string first, string second) =>
        first is [>= 'a' and <= 'z'] && second.Length <= 3 && second.All(char.IsAsciiDigit);

    /// <summary>Of a folded word, without the word itself; worked out anew.</summary>
    public static WordForms Single(string word, ILexicon? lexicon) =>
        new([word], [.. Stem(word, lexicon).Distinct(StringComparer.Ordinal).Where(stem => stem != word)]);

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

    private static string[] Split(string text, char gaf)
    {
        var words = Folding.Fold(text, gaf).Split(' ', MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords) Array.Resize(ref words, MostWords);
        return Array.ConvertAll(words, word => word.Length <= LongestWord ? word : Cut(word).ToString());
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord ? word : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
}
