using System.Runtime.CompilerServices;

namespace Souq.Kernel;

/// <summary>Words and names of things whose forms were worked out before, under one lexicon.</summary>
internal sealed class KnownForms
{
    /// <summary>In letters. Longer names are what somebody wrote himself.</summary>
    private const int Longest = 60;

    // They go with the lexicon they were made by.
    private static readonly ConditionalWeakTable<object, KnownForms> All = [];
    private static readonly object NoLexicon = new();

    private readonly KnownTexts<WordForms> words = new(50_000, Longest);
    private readonly KnownTexts<IReadOnlyList<WordForms>> names = new(20_000, Longest);
    private readonly Func<string, WordForms> ofWord;
    private readonly Func<string, IReadOnlyList<WordForms>> ofName;

    private KnownForms(ILexicon? lexicon) => (ofWord, ofName) = (word => WordForms.Single(word, lexicon), name => WordForms.Of(name, lexicon));

    public static KnownForms By(ILexicon? lexicon) => All.GetValue(lexicon ?? NoLexicon, key => new KnownForms(key as ILexicon));

    /// <param name="word">Folded.</param>
    public WordForms Of(ReadOnlySpan<char> word) => words.Of(word, ofWord);

    public IReadOnlyList<WordForms> OfName(string name) => names.Of(name, ofName);
}
