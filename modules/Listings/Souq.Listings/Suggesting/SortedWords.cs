namespace Souq.Listings.Suggesting;

/// <summary>Looking up beginnings in words that are sorted by their letters' numbers.</summary>
internal static class SortedWords
{
    /// <summary>Where the words with that beginning stand.</summary>
    public static Range StartingWith(string[] sorted, string begun)
    {
        var first = FirstFrom(sorted, begun);
        var end = first;
        while (end < sorted.Length && sorted[end].StartsWith(begun, StringComparison.Ordinal)) end++;
        return first..end;
    }

    private static int FirstFrom(string[] sorted, string begun)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle], begun) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
