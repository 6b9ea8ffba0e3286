using System.Collections.Concurrent;
using Souq.Kernel;

namespace Souq.Moderation.Rules;

/// <summary>
/// What a folded word of a text may be known by: itself, and what it is without what is only its form, such as ال or the s of many. Worked out once
/// for all rules.
/// </summary>
internal static class Meanings
{
    private const int MostRemembered = 50_000;

    /// <summary>Shorter words have no form to take off.</summary>
    private const int Shortest = 4;

    private static readonly ConcurrentDictionary<string, string[]> Remembered = [];
    private static int known;

    public static string[] Of(string word)
    {
        if (Remembered.TryGetValue(word, out var meanings)) return meanings;
        // Numbers are as many as adverts, and have one form.
        if (word.Length < Shortest || char.IsAsciiDigit(word[0])) return [word];
        meanings = [.. ArabicText.WithoutArticle(word).Prepend(word).SelectMany(ArabicText.KnownBy).Prepend(word).Distinct()];
        if (known < MostRemembered && Remembered.TryAdd(word, meanings)) Interlocked.Increment(ref known);
        return meanings;
    }
}
