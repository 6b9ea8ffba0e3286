using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Souq.Moderation.Queue;

/// <summary>In which language an advert is written, for those who must read it: by its letters, and in Latin ones by its little words.</summary>
public static partial class AdvertLanguage
{
    public const string Arabic = "ar", French = "fr", English = "en";

    private static readonly FrozenSet<string> FrenchWords = Set("le la les de des du et avec pour très tres bon bonne état etat neuf neuve vend vends sur dans une un est pas plus prix"),
        EnglishWords = Set("the and with for of very good new sale is in not price condition used from this all");

    public static IReadOnlyList<string> All { get; } = [Arabic, French, English];

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex ArabicLetter { get; }

    [GeneratedRegex("[A-Za-zÀ-ÿ]+")]
    private static partial Regex LatinWord { get; }

    public static string Of(string? title, string? description = null)
    {
        var text = $"{title} {description}";
        var words = LatinWord.Matches(text);
        if (ArabicLetter.Count(text) >= words.Sum(w => w.Length)) return Arabic;
        return words.Count(w => EnglishWords.Contains(w.Value)) > words.Count(w => FrenchWords.Contains(w.Value)) ? English : French;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
