namespace Souq.Kernel;

/// <summary>A part of a text, in UTF-16 units.</summary>
public sealed record TextPiece(int Start, int Length)
{
    /// <summary>What stands where something is hidden; the same for every language.</summary>
    public const string Mark = "•••";

    public int End => Start + Length;

    /// <summary>The text without these pieces, which may overlap; what lies outside of the text is passed over.</summary>
    public static string Hide(string text, IReadOnlyList<TextPiece> pieces)
    {
        var (end, hidden) = (text.Length, text);
        foreach (var piece in Joined(pieces).Reverse())
        {
            var (from, to) = (Math.Max(0, piece.Start), Math.Min(end, piece.End));
            if (from < to) hidden = string.Concat(hidden.AsSpan(0, from), Mark, hidden.AsSpan(to));
        }

        return hidden;
    }

    /// <summary>In their order, those that touch made one.</summary>
    public static IReadOnlyList<TextPiece> Joined(IEnumerable<TextPiece> pieces)
    {
        var joined = new List<TextPiece>();
        foreach (var piece in pieces.Where(p => p.Length > 0).OrderBy(p => p.Start))
            if (joined.Count > 0 && piece.Start <= joined[^1].End) joined[^1] = joined[^1] with { Length = Math.Max(joined[^1].End, piece.End) - joined[^1].Start };
            else joined.Add(piece);
        return joined;
    }
}
