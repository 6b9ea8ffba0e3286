namespace Souq.Kernel;

/// <summary>
/// The one way this market reads words: the index, the query and the highlight all go through here, so that سيّارة, سياره and السيارات,
/// or Béjaïa and BEJAIA, are the same to all three. Nothing here throws, whatever the text, and cost grows with its length alone.
/// </summary>
public static class ArabicText
{
    /// <summary>Grows whenever the same text may fold or stem differently; an index built with another version is to be rebuilt.</summary>
    public const int Version = 2;

    private static readonly string[] Articles = ["ال", "وال", "بال", "كال", "فال", "لل"];

    /// <summary>
    /// The text in its plainest form: lower-case letters, Latin digits and single spaces. Harakat, tatweel, accents and invisible
    /// characters go; hamza and alef forms, ة/ه, ى/ي, Persian and Maghrebi letters, ligatures and presentation forms become the plain
    /// letter. Letters and digits part (<c>iphone13</c> → <c>iphone 13</c>, <c>128gb</c> → <c>128 gb</c>), except that one Latin letter
    /// stays with the digits after it (<c>F3</c> → <c>f3</c>, <c>120m²</c> → <c>120 m2</c>). A number keeps its decimals
    /// (<c>1,6</c> → <c>1.6</c>) and loses its thousands marks (<c>250.000</c> → <c>250000</c>). Folding twice changes nothing.
    /// </summary>
    public static string Fold(string? text) => Folding.Fold(text ?? "", Letters.GafAsQaf);

    /// <summary>The folded words, in order, repeats included.</summary>
    public static IReadOnlyList<string> Words(string? text) => Fold(text) is { Length: > 0 } folded ? folded.Split(' ') : [];

    /// <summary>Everything a text can be found by: each word folded, and its stems. Without repeats, in order of appearance.</summary>
    public static IReadOnlyList<string> Lexemes(string? text) => Lexemes(text, null);

    /// <inheritdoc cref="Lexemes(string?)"/>
    public static IReadOnlyList<string> Lexemes(string? text, ILexicon? lexicon) =>
        [.. WordForms.Of(text, lexicon).SelectMany(word => word.Everything).Distinct(StringComparer.Ordinal)];

    /// <summary>What is asked: one term per meaningful word or thing, all to be met, each by any of its alternatives.</summary>
    public static IReadOnlyList<QueryTerm> Query(string? words, ILexicon? lexicon = null) => Ask(words, lexicon).Terms;

    /// <summary>The whole of what is typed: terms, <c>"phrases"</c> and <c>-words</c> that must not be there.</summary>
    public static AskedWords Ask(string? words, ILexicon? lexicon = null) => AskedReader.Read(words, lexicon);

    /// <summary>
    /// The query as PostgreSQL text, <c>('a' | 'b') &amp; 'c'</c>, to be cast (<c>@q::tsquery</c>) and not parsed. Inside the quotes
    /// there are letters, digits, decimal points and one leading mark alone. Empty when nothing is asked: then leave the condition out.
    /// </summary>
    /// <param name="prefixLast">The last word may go on, as while typing; a number may not (208 is no start of 2080).</param>
    public static string ToTsQuery(string? words, bool prefixLast = false, ILexicon? lexicon = null) =>
        TsText.Query(Ask(words, lexicon), prefixLast);

    /// <summary>The same of words already read.</summary>
    public static string ToTsQuery(AskedWords asked) => TsText.Query(asked, prefixLast: false);

    /// <summary>Any of them missing, the others met; empty when that would ask for nothing: below two terms.</summary>
    public static string ToRelaxedTsQuery(AskedWords asked) => TsText.Relaxed(asked);

    /// <summary>
    /// An advert's words with their places. Weights tell field and closeness apart: A a word of the title, B its stem, C a word of the body, D its
    /// stem, or the consonants of a Latin word of the title.
    /// </summary>
    public static TsVector ToTsVector(string? title, string? body = null, ILexicon? lexicon = null) => ToTsVector(title, [], body, lexicon);

    /// <inheritdoc cref="ToTsVector(string?, string?, ILexicon?)"/>
    /// <param name="names">They follow the title as if they were part of it; texts that stand in many adverts, which are read but once.</param>
    public static TsVector ToTsVector(string? title, IEnumerable<string> names, string? body, ILexicon? lexicon) =>
        TsText.Vector(WordForms.Of(title, names, lexicon), WordForms.Of(body, lexicon));

    /// <summary>A folded word that stands before the name of a place and says nothing else: في, ولاية, à, wilaya.</summary>
    public static bool LeadsToPlace(string word) => StopWords.LeadsToPlace(word);

    /// <summary>A folded word without the preposition that hangs on it (بوهران); <c>null</c> where none does.</summary>
    public static string? WithoutPreposition(string word) => word is ['ب' or 'ل' or 'ف', .. { Length: >= 4 } rest] ? rest : null;

    /// <summary>What a folded word may be without the article, and what hangs on it: السجائر and بالسجائر are سجائر. Empty where there is none.</summary>
    public static IEnumerable<string> WithoutArticle(string word) =>
        Articles.Where(a => word.Length >= a.Length + 3 && word.StartsWith(a, StringComparison.Ordinal)).Select(a => word[a.Length..]);

    /// <summary>A folded word of a list, and its stems where its plural is made by an ending; a phrase is known by itself alone.</summary>
    public static IEnumerable<string> KnownBy(string name) =>
        !name.Contains(' ') && WordForms.HasEndings(name) && WordForms.Of(name, null) is [var one] ? one.All : [name];

    /// <summary>Other Arabic spellings of a foreign name, given folded in both scripts: its g is written غ, ج, ق or ك, as each likes.</summary>
    public static IEnumerable<string> Spellings(IReadOnlyCollection<string> names) =>
        names.Any(name => char.IsAscii(name[0]) && name.Contains('g'))
            ? names.Where(name => name.Contains('غ')).SelectMany(name => "جقك".Select(g => name.Replace('غ', g)))
            : [];

    /// <summary>One word in Arabic and one in Latin letters have the same consonants, and enough of them.</summary>
    public static bool SoundAlike(string first, string second) =>
        OtherScript.Consonants(Fold(first)) is { Length: > 0 } consonants && consonants == OtherScript.Consonants(Fold(second));
}
