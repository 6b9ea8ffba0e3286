namespace Souq.Listings.Importing.Files;

/// <summary>What stands between the cells of a file: the heading says it, whatever commas and semicolons the cells have in them.</summary>
internal static class SheetDelimiter
{
    private const string Default = ";";
    private const string Known = ";\t,";
    private const int Looked = 20;

    /// <summary>Some spreadsheets say it themselves, in a line of its own at the top: <c>sep=;</c></summary>
    public static bool IsSaid(IReadOnlyList<string> record) => record is [var first, ..] && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && record.Count <= 2 && first.Length <= "sep=".Length + 1;

    /// <param name="text">The beginning of the file.</param>
    public static string Of(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF\r\n ");
        if (start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4 && start[4] is ';' or ',' or '\t') return start[4].ToString();
        var records = Counts(start.ToString());
        if (records.Count == 0) return Default;
        // What stands in every record as often as in the heading; else what the heading has most of.
        var even = Enumerable.Range(0, Known.Length).Where(k => records.All(r => r[k] == records[0][k]));
        return Most(even, records[0]) ?? Most(Enumerable.Range(0, Known.Length), records[0]) ?? Default;
    }

    private static string? Most(IEnumerable<int> among, int[] heading) =>
        among.Where(k => heading[k] > 0).OrderByDescending(k => heading[k]).Select(k => Known[k].ToString()).FirstOrDefault();

    /// <summary>How often each stands outside quotes, in the first records.</summary>
    private static List<int[]> Counts(string text)
    {
        var (records, counts, quoted, isBlank) = (new List<int[]>(), new int[Known.Length], false, true);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (c is '\r' or '\n' && !quoted)
            {
                Close();
                if (records.Count == Looked) return records;
                continue;
            }

            isBlank = false;
            if (!quoted && Known.IndexOf(c) is >= 0 and var known) counts[known]++;
        }

        // The last one may have been cut.
        if (records.Count == 0) Close();
        return records;

        void Close()
        {
            if (!isBlank) records.Add(counts);
            (counts, isBlank) = (new int[Known.Length], true);
        }
    }
}
