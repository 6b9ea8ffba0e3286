using Souq.Moderation.Contracts;

namespace Souq.Accounts.Trust;

/// <summary>
/// What a person has done, counted; nothing personal. How far he is trusted follows from it by <see cref="TrustRules"/> and stands in his
/// <see cref="Membership"/>.
/// </summary>
public sealed record Standing
{
    // More than these never matter: two are too many at any level.
    private const int RemovalsKept = 10;

    /// <summary>The person's.</summary>
    public Guid Id { get; init; }

    /// <summary>Adverts, each counted once, by what was decided of it last: who corrects what was refused is not held to it.</summary>
    public int Approved { get; init; }

    public int Refused { get; init; }

    public int Removed { get; init; }

    /// <summary>The latest ones.</summary>
    public IReadOnlyList<Removal> Removals { get; init; } = [];

    /// <summary>Adverts he says are sold.</summary>
    public int Sold { get; init; }

    /// <summary>Buyers who wrote about an advert of his and got an answer.</summary>
    public int Answered { get; init; }

    /// <summary>Reports of his that moderators agreed with.</summary>
    public int Upheld { get; init; }

    /// <summary>When time alone would raise him; <c>null</c> where something else is missing.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public int Judged => Approved + Refused + Removed;

    /// <summary>What the market had from him: what he sold and answered, and a little of what he kept off it.</summary>
    public int Dealings => Sold + Answered + Math.Min(Upheld, TrustRules.MostUpheld);

    /// <summary>Refused and removed ones among all that were judged, rounded up.</summary>
    public int RefusedPercent => Judged == 0 ? 0 : (int)Math.Ceiling(100m * (Refused + Removed) / Judged);

    public int RemovalsAfter(DateTimeOffset moment) => Removals.Count(r => r.At > moment);

    /// <summary>Something else is known of an advert than before.</summary>
    public Standing With(AdvertRecord? before, AdvertRecord now)
    {
        var others = Removals.Where(r => r.ListingId != now.Id);
        return this with
        {
            Approved = Approved + Change(r => r.Verdict is Outcome.Approved or Outcome.Restored or Outcome.Changed),
            Refused = Refused + Change(r => r.Verdict == Outcome.Refused),
            Removed = Removed + Change(r => r.Verdict == Outcome.Removed),
            Sold = Sold + Change(r => r.Sold),
            Removals = now.Verdict == Outcome.Removed
                ? [.. others.Append(new Removal(now.Id, now.VerdictAt)).OrderByDescending(r => r.At).Take(RemovalsKept)]
                : [.. others],
        };

        int Change(Func<AdvertRecord, bool> counts) => (counts(now) ? 1 : 0) - (before is not null && counts(before) ? 1 : 0);
    }

    /// <summary>The same of what is no advert, which is among the removals and in no share of adverts.</summary>
    public Standing With(SubjectRecord now)
    {
        var others = Removals.Where(r => r.ListingId != now.Id);
        return this with
        {
            Removals = now.DownAt is { } at
                ? [.. others.Append(new Removal(now.Id, at)).OrderByDescending(r => r.At).Take(RemovalsKept)]
                : [.. others],
        };
    }
}

/// <summary>An advert was taken off the market, or something else of his was taken down.</summary>
/// <param name="ListingId">Of what is no advert, its case.</param>
public sealed record Removal(Guid ListingId, DateTimeOffset At);
