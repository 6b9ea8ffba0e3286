namespace Souq.Listings.Suggesting;

/// <summary>Slips of the pen: a letter too many, one too few, another one, or two that changed places (Damerau-Levenshtein).</summary>
public static class Slips
{
    /// <summary>How many lead from one word to the other.</summary>
    public static int Between(string first, string second)
    {
        var (before, last, row) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var j = 0; j <= second.Length; j++) row[j] = j;
        for (var i = 1; i <= first.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }

        return row[second.Length];
    }
}
