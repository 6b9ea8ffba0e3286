namespace Souq.Listings.Comparing;

public enum DiffKind { Same, Gone, New }

/// <summary>Words that follow each other and met the same fate.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What became of a text, word by word. Pure.</summary>
public static class WordDiff
{
    /// <summary>Words of both texts multiplied, up to which they are compared one by one.</summary>
    private const int Most = 4_000_000;

    /// <summary>Gone words before the new ones that took their place.</summary>
    public static IReadOnlyList<DiffPart> Between(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        var (start, end) = (0, 0);
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var parts = new List<DiffPart>();
        Add(parts, DiffKind.Same, a[..start]);
        Middle(parts, a[start..^end], b[start..^end]);
        Add(parts, DiffKind.Same, a[^end..]);
        return parts;
    }

    /// <summary>The text as it was, or as it is now.</summary>
    public static IEnumerable<DiffPart> Side(IReadOnlyList<DiffPart> parts, bool after) =>
        parts.Where(p => p.Kind != (after ? DiffKind.Gone : DiffKind.New));

    private static void Middle(List<DiffPart> parts, string[] a, string[] b)
    {
        if ((long)a.Length * b.Length > Most)
        {
            Add(parts, DiffKind.Gone, a);
            Add(parts, DiffKind.New, b);
            return;
        }

        // The longest words both have in the same order, counted from the end.
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                Add(parts, DiffKind.Same, [a[i++]]);
                j++;
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1])) Add(parts, DiffKind.Gone, [a[i++]]);
            else Add(parts, DiffKind.New, [b[j++]]);
        }
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, string[] words)
    {
        if (words.Length == 0) return;
        var text = string.Join(' ', words);
        if (parts.Count > 0 && parts[^1].Kind == kind) parts[^1] = parts[^1] with { Text = $"{parts[^1].Text} {text}" };
        else parts.Add(new(kind, text));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
