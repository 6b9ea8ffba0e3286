using System.Globalization;
using Souq.Kernel;

namespace Souq.Listings.Duplicates;

/// <summary>Whether two adverts of one seller are about the same thing. Pure.</summary>
public static class Likeness
{
    /// <summary>From here on words alone say that it is the same.</summary>
    private const double SameWords = 0.6;

    /// <summary>With the same photo this much is enough.</summary>
    private const double LikeWords = 0.25;

    /// <summary>Prices further apart than this many times are asked for different things.</summary>
    private const decimal FarPrice = 2;

    public static bool IsSame(ListingContent a, ListingContent b)
    {
        if (a.SectionId != b.SectionId || AreFar(a.Price, b.Price) || Contradict(a, b)) return false;
        var words = Words(a, b);
        return words >= SameWords || (words >= LikeWords && SharePhoto(a, b));
    }

    /// <summary>How alike titles and descriptions are: 1 when they have the same words, 0 when they share none.</summary>
    public static double Words(ListingContent a, ListingContent b)
    {
        var title = Overlap(Stems(a.Title), Stems(b.Title));
        var (first, second) = (Stems(a.Description), Stems(b.Description));
        // Where one says next to nothing, the title speaks for both.
        return first.Count < 4 || second.Count < 4 ? title : (title + Overlap(first, second)) / 2;
    }

    public static bool SharePhoto(ListingContent a, ListingContent b) =>
        a.Photos.Any(p => b.Photos.Any(q => p.Id == q.Id || (p.Hash is { } x && q.Hash is { } y && PhotoHash.AreSame(x, y))));

    // A dealer's twenty Clios read alike; their mileage, year or size tells them apart.
    private static bool Contradict(ListingContent a, ListingContent b) => a.Attributes.Any(x =>
        b.Attributes.TryGetValue(x.Key, out var y) && x.Value != y && !IsNear(x.Value, y));

    private static bool IsNear(string x, string y) =>
        decimal.TryParse(x, NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(y, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)
        && a > 2_100 && Math.Abs(a - b) <= a / 50;

    private static bool AreFar(Price? a, Price? b) =>
        a?.Amount is { } x && b?.Amount is { } y && (x.Times(y) > FarPrice || y.Times(x) > FarPrice);

    private static HashSet<string> Stems(string text) => [.. ArabicText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Shared words over all words, as Jaccard has it.</summary>
    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }
}
