namespace Souq.Moderation.Reporting.Weighing;

/// <summary>How far moderators have agreed with what somebody reported. Its words are <c>Standing.{name}</c>.</summary>
public enum ReporterStanding
{
    /// <summary>Nobody knows him.</summary>
    Visitor,

    /// <summary>He is signed in, and too little of what he reported was judged.</summary>
    Newcomer,

    /// <summary>What he reported was mostly refused.</summary>
    Doubted,

    /// <summary>Moderators mostly agreed with him.</summary>
    Reliable,

    /// <summary>They nearly always did, and often enough.</summary>
    Trusted,
}

/// <summary>Where somebody stands by his record. Pure.</summary>
public static class Standings
{
    /// <summary>Older reports say little of how somebody reports now.</summary>
    public const int Newest = 30;

    /// <summary>Agreed reports, and their share of those judged, from which somebody is reliable; and the share below which he is so no more.</summary>
    private const int ReliableFrom = 3;
    private const double ReliableAt = 0.6, ReliableUntil = 0.45;

    private const int TrustedFrom = 8;
    private const double TrustedAt = 0.8, TrustedUntil = 0.65;

    /// <summary>Refused reports, and the share of agreed ones, from which somebody is doubted; and the share above which he is so no more.</summary>
    private const int DoubtedFrom = 3;
    private const double DoubtedAt = 0.25, DoubtedUntil = 0.4;

    /// <param name="judged">Of each of his reports, the oldest first, whether moderators agreed.</param>
    public static ReporterStanding Of(IEnumerable<bool> judged)
    {
        var (standing, window, agreed) = (ReporterStanding.Newcomer, new Queue<bool>(), 0);
        foreach (var right in judged)
        {
            window.Enqueue(right);
            if (right) agreed++;
            if (window.Count > Newest && window.Dequeue()) agreed--;
            standing = Next(standing, agreed, window.Count - agreed);
        }

        return standing;
    }

    /// <summary>After one more was judged. Rising asks more than staying: one refused report takes nothing back that was just won.</summary>
    public static ReporterStanding Next(ReporterStanding now, int agreed, int refused)
    {
        var share = (double)agreed / Math.Max(1, agreed + refused);
        if (agreed >= TrustedFrom && share >= (now == ReporterStanding.Trusted ? TrustedUntil : TrustedAt)) return ReporterStanding.Trusted;
        if (agreed >= ReliableFrom && share >= (now >= ReporterStanding.Reliable ? ReliableUntil : ReliableAt)) return ReporterStanding.Reliable;
        if (refused >= DoubtedFrom && (share <= DoubtedAt || (now == ReporterStanding.Doubted && share <= DoubtedUntil))) return ReporterStanding.Doubted;
        return ReporterStanding.Newcomer;
    }

    /// <summary>What one report counts. Small enough weights never add up to anything: see <see cref="IsTrusted"/>.</summary>
    public static int Weight(this ReporterStanding standing) => standing switch
    {
        ReporterStanding.Trusted => 10,
        ReporterStanding.Reliable => 5,
        ReporterStanding.Newcomer => 2,
        _ => 1,
    };

    /// <summary>Only these can hide an advert, however many others there are.</summary>
    public static bool IsTrusted(this ReporterStanding standing) => standing >= ReporterStanding.Reliable;
}
