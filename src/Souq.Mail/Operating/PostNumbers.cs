namespace Souq.Mail.Operating;

/// <summary>How many letters of a day, a kind and a receiving domain ended how.</summary>
/// <param name="Waiting">Put off, or on the line at this moment.</param>
/// <param name="Bounced">Accepted at first, and come back.</param>
public sealed record LetterCount(
    DateOnly Day, string Kind, string Domain, long Letters, long Accepted, long Refused, long Unknown, long Waiting, long Bounced, long Complained)
{
    public static LetterCount Sum(IEnumerable<LetterCount> counts) => counts.Aggregate(
        new LetterCount(default, "", "", 0, 0, 0, 0, 0, 0, 0),
        (a, b) => a with
        {
            Letters = a.Letters + b.Letters,
            Accepted = a.Accepted + b.Accepted,
            Refused = a.Refused + b.Refused,
            Unknown = a.Unknown + b.Unknown,
            Waiting = a.Waiting + b.Waiting,
            Bounced = a.Bounced + b.Bounced,
            Complained = a.Complained + b.Complained,
        });
}

/// <summary>The letters of the last days, counted.</summary>
public sealed record PostNumbers(IReadOnlyList<DateOnly> Days, IReadOnlyList<LetterCount> Counts)
{
    public const int Domains = 15;

    public static IReadOnlyList<int> Periods { get; } = [7, 30, 90];

    public LetterCount Total { get; } = LetterCount.Sum(Counts);

    /// <summary>The domains most is written to.</summary>
    public IReadOnlyList<(string Domain, LetterCount Count)> ByDomain =>
        [.. Counts.GroupBy(c => c.Domain).Select(g => (g.Key, Count: LetterCount.Sum(g))).OrderByDescending(d => d.Count.Letters).ThenBy(d => d.Key).Take(Domains)];

    /// <summary>A column a day: letters of each of the kinds.</summary>
    public IReadOnlyList<(DateOnly Day, IReadOnlyList<long> Letters)> PerDay(IReadOnlyList<string> kinds)
    {
        var counted = Counts.GroupBy(c => (c.Day, c.Kind)).ToDictionary(g => g.Key, g => g.Sum(c => c.Letters));
        return [.. Days.Select(d => (d, (IReadOnlyList<long>)[.. kinds.Select(k => counted.GetValueOrDefault((d, k)))]))];
    }
}
