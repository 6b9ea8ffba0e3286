using Souq.Accounts.Contracts;

namespace Souq.Accounts.Trust;

/// <summary>What a level asks for. Who has it loses it later than another one gets it, so that nobody goes up and down with every advert.</summary>
/// <param name="Days">At the level before; for <see cref="TrustLevel.New"/> since the address was confirmed.</param>
/// <param name="Approved">Adverts, at least.</param>
/// <param name="Dealings">Adverts sold, buyers answered and reports agreed with, together, at least.</param>
/// <param name="RefusedPercent">Of his adverts that were judged, at most, to reach the level.</param>
/// <param name="KeptRefusedPercent">The same, at most, to keep it.</param>
/// <param name="KeptRemovals">Adverts and other things removed within <see cref="TrustRules.RemovalDays"/>, at most, to keep it; to reach it there must be none.</param>
public sealed record TrustTerms(int Days, int Approved, int Dealings, int RefusedPercent, int KeptRefusedPercent, int KeptRemovals);

public enum TrustNeed { Confirmed, Days, Approved, Dealings, Refused, Removals }

/// <summary>One step on the way to a level.</summary>
/// <param name="Have">So far; of days never more than needed.</param>
/// <param name="Needed">At least; for <see cref="TrustNeed.Refused"/> at most.</param>
public sealed record TrustRequirement(TrustNeed Need, int Have, int Needed)
{
    public bool IsMet => Need == TrustNeed.Refused ? Have <= Needed : Have >= Needed;
}

/// <summary>Why somebody is trusted less than before.</summary>
public enum TrustBreach { Refused, Removals }

/// <summary>All that is known of a person when his level is decided.</summary>
/// <param name="Since">When he got his level; of a new one, when he confirmed his address.</param>
/// <param name="Cleared">The level he may go back to without waiting: what he lost it for was found to be wrong.</param>
public sealed record TrustFacts(TrustLevel Level, DateTimeOffset Since, bool Confirmed, Standing Standing, TrustLevel? Cleared = null)
{
    public static TrustFacts Of(Membership person, Standing standing) =>
        new(person.Trust, person.TrustSince ?? person.ConfirmedAt ?? person.RegisteredAt, person.ConfirmedAt is not null, standing);
}

/// <summary>The one place that says how trust is won and lost.</summary>
public static class TrustRules
{
    /// <summary>How long a removal counts.</summary>
    public const int RemovalDays = 60;

    /// <summary>Who only reports is not trusted for it.</summary>
    public const int MostUpheld = 2;

    public static readonly TrustTerms Known = new(Days: 3, Approved: 2, Dealings: 0, RefusedPercent: 25, KeptRefusedPercent: 50, KeptRemovals: 1);

    public static readonly TrustTerms Trusted = new(Days: 30, Approved: 10, Dealings: 5, RefusedPercent: 10, KeptRefusedPercent: 20, KeptRemovals: 0);

    public static TrustLevel? Next(TrustLevel level) => level == TrustLevel.Trusted ? null : level + 1;

    /// <exception cref="ArgumentOutOfRangeException">Everybody is new.</exception>
    public static TrustTerms TermsOf(TrustLevel level) => level switch
    {
        TrustLevel.Known => Known,
        TrustLevel.Trusted => Trusted,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>His level from now on: one up, the same, or as far down as he has fallen. When it is down, why he could not keep the one above.</summary>
    public static (TrustLevel Level, IReadOnlyList<TrustBreach> Why) LevelOf(TrustFacts facts, DateTimeOffset now)
    {
        var (level, why) = (facts.Level, new List<TrustBreach>());
        for (; level > TrustLevel.New && Breaches(level, facts.Standing, now) is [_, ..] broken; level--) why = broken;
        if (level == facts.Level && Next(level) is { } next && Requirements(facts, now).All(r => r.IsMet)) level = next;
        return (level, why);
    }

    /// <summary>The way to the next level; none for who is at the top.</summary>
    public static IReadOnlyList<TrustRequirement> Requirements(TrustFacts facts, DateTimeOffset now)
    {
        if (Next(facts.Level) is not { } next) return [];
        var (terms, standing) = (TermsOf(next), facts.Standing);
        var days = next <= facts.Cleared ? 0 : terms.Days;
        List<TrustRequirement> all =
        [
            new(TrustNeed.Confirmed, facts.Confirmed ? 1 : 0, 1),
            new(TrustNeed.Days, DaysFrom(facts.Since, now, days), days),
            new(TrustNeed.Approved, standing.Approved, terms.Approved),
            new(TrustNeed.Dealings, standing.Dealings, terms.Dealings),
            new(TrustNeed.Refused, standing.RefusedPercent, terms.RefusedPercent),
            new(TrustNeed.Removals, LastRemoval(standing) is { } last ? DaysFrom(last, now, RemovalDays) : RemovalDays, RemovalDays),
        ];
        return [.. all.Where(r => r.Needed > 0)];
    }

    /// <summary>When time alone will raise him, unless something happens before.</summary>
    public static DateTimeOffset? DueAt(TrustFacts facts, DateTimeOffset now)
    {
        var missing = Requirements(facts, now).Where(r => !r.IsMet).Select(r => r.Need).ToList();
        if (missing.Count == 0 || missing.Exists(n => n is not (TrustNeed.Days or TrustNeed.Removals))) return null;
        var days = facts.Since.AddDays(TermsOf(Next(facts.Level)!.Value).Days);
        return LastRemoval(facts.Standing)?.AddDays(RemovalDays) is { } clean && clean > days ? clean : days;
    }

    private static List<TrustBreach> Breaches(TrustLevel level, Standing standing, DateTimeOffset now)
    {
        var terms = TermsOf(level);
        List<TrustBreach> breaches = [];
        if (standing.RefusedPercent > terms.KeptRefusedPercent) breaches.Add(TrustBreach.Refused);
        if (standing.RemovalsAfter(now.AddDays(-RemovalDays)) > terms.KeptRemovals) breaches.Add(TrustBreach.Removals);
        return breaches;
    }

    private static DateTimeOffset? LastRemoval(Standing standing) => standing.Removals.Count == 0 ? null : standing.Removals.Max(r => r.At);

    private static int DaysFrom(DateTimeOffset start, DateTimeOffset now, int most) => (int)Math.Clamp(Math.Floor((now - start).TotalDays), 0, most);
}
