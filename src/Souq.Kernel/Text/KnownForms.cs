using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Souq.Kernel;

/// <summary>
/// Words and names whose forms were worked out before, under one lexicon: a few thousand words make up nearly all adverts, and the same names of
/// sections, answers and places stand in all of them.
/// </summary>
internal sealed class KnownForms
{
    /// <summary>Remembered for one lexicon; some megabytes. Then it begins anew.</summary>
    private const int MostWords = 50_000, MostNames = 20_000;

    // They go with the lexicon they were made by.
    private static readonly ConditionalWeakTable<object, KnownForms> All = [];
    private static readonly object NoLexicon = new();

    private readonly ILexicon? lexicon;
    private readonly ConcurrentDictionary<string, WordForms> words;
    private readonly ConcurrentDictionary<string, WordForms>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly ConcurrentDictionary<string, IReadOnlyList<WordForms>> names = new(StringComparer.Ordinal);
    private int countOfWords, countOfNames;

    private KnownForms(ILexicon? lexicon)
    {
        this.lexicon = lexicon;
        words = new(StringComparer.Ordinal);
        bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static KnownForms By(ILexicon? lexicon) => All.GetValue(lexicon ?? NoLexicon, key => new KnownForms(key as ILexicon));

    /// <param name="word">Folded.</param>
    public WordForms Of(ReadOnlySpan<char> word) => bySpan.TryGetValue(word, out var forms) ? forms
        : Remember(words, ref countOfWords, MostWords, word.ToString(), WordForms.Single(word.ToString(), lexicon));

    public IReadOnlyList<WordForms> OfName(string name) => names.TryGetValue(name, out var forms) ? forms
        : Remember(names, ref countOfNames, MostNames, name, WordForms.Of(name, lexicon));

    private static T Remember<T>(ConcurrentDictionary<string, T> known, ref int count, int most, string text, T forms)
    {
        if (Interlocked.Increment(ref count) > most)
        {
            known.Clear();
            count = 1;
        }

        known[text] = forms;
        return forms;
    }
}
