namespace Souq.Moderation.Reporting.Brigades;

/// <summary>What makes reports look as if they were arranged. Its words are <c>Brigade.{name}</c>.</summary>
public enum BrigadeSign
{
    /// <summary>Many accounts that are new, or nobody's, within an hour.</summary>
    NewAccounts,

    /// <summary>Several within a day from one network.</summary>
    OneNetwork,

    /// <summary>Very many within an hour, whoever they are.</summary>
    OneHour,
}

/// <summary>What was seen.</summary>
/// <param name="Reports">That are part of it, on this case or on others of the seller.</param>
public sealed record Brigade(IReadOnlyList<BrigadeSign> Signs, IReadOnlySet<Guid> Reports)
{
    public static readonly Brigade None = new([], new HashSet<Guid>());
}

/// <summary>Tells a crowd that was called together from people who see the same thing. Pure.</summary>
public static class Brigading
{
    public const int NewAccounts = 5, OneNetwork = 3, OneHour = 8;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="report">The newest.</param>
    /// <param name="lately">Others of the last day about the same advert or the same seller.</param>
    public static Brigade Of(ReportTrace report, IEnumerable<ReportTrace> lately)
    {
        var all = lately.Where(t => t.Id != report.Id && t.At > report.At - ReportTrace.Life).Append(report).ToList();
        var hour = all.Where(t => t.At > report.At - Hour).ToList();
        var found = new List<(BrigadeSign Sign, IReadOnlyList<ReportTrace> Reports)>
        {
            (BrigadeSign.NewAccounts, report.IsNew ? [.. hour.Where(t => t.IsNew)] : []),
            (BrigadeSign.OneNetwork, report.Network is { } network ? [.. all.Where(t => t.Network == network)] : []),
            (BrigadeSign.OneHour, hour),
        }.Where(f => f.Reports.Count >= Fewest(f.Sign)).ToList();
        return found.Count == 0 ? Brigade.None : new([.. found.Select(f => f.Sign)], found.SelectMany(f => f.Reports).Select(t => t.Id).ToHashSet());
    }

    private static int Fewest(BrigadeSign sign) => sign switch
    {
        BrigadeSign.NewAccounts => NewAccounts,
        BrigadeSign.OneNetwork => OneNetwork,
        _ => OneHour,
    };
}
