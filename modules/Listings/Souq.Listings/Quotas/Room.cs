using Souq.Kernel;
using Souq.Web.Localisation;

namespace Souq.Listings.Quotas;

/// <summary>How many adverts somebody has on the market or waiting for it, and how many he may have.</summary>
/// <param name="StoreMost">What he may have once he opens a store.</param>
/// <param name="Today">New ones he handed in within a day, of those that count by the day.</param>
/// <param name="DayMost">Of which he may hand in so many.</param>
/// <param name="StoppedUntil">Until then moderators let him publish nothing.</param>
public sealed record Room(int Used, int Most, bool IsStore, int StoreMost, DateTimeOffset? StoppedUntil = null, int Today = 0, int DayMost = int.MaxValue)
{
    /// <summary>A program has to send it again, on another day.</summary>
    public const string DayIsFull = "Quota.DayProgram";

    /// <summary>For the operator, who may put up whatever he likes.</summary>
    public static Room Endless { get; } = new(0, int.MaxValue, true, int.MaxValue);

    /// <summary>No new one fits: there is none left, or not today.</summary>
    public bool IsFullToday => IsFull || Today >= DayMost;

    public bool IsFull => Used >= Most || StoppedUntil is not null;

    /// <summary>Four fifths are used: time to say so.</summary>
    public bool IsNearlyFull => Used * 5L >= Most * 4L;

    /// <summary>After so many new ones.</summary>
    public Room With(int more) => this with { Used = Used + more, Today = Today + more };

    public Refusal Refusal => StoppedUntil is { } until ? new("Quota.Stopped", null, Formats.InAlgiers(until)) : new(IsStore ? "Quota.Store" : "Quota.Person", null, Most, StoreMost);

    /// <summary>Why a line of a file is not taken: it is the file that comes again tomorrow, not a draft.</summary>
    public Refusal RefusalOfLine => IsFull ? Refusal : new("Quota.DayLine", null, DayMost);

    /// <summary>The same for a new one: a day has a number of its own.</summary>
    /// <exception cref="RefusedException">There is none left, or not today.</exception>
    /// <param name="kept">What is refused waits as a draft; a program has to send it again.</param>
    public void MustHaveOneToday(bool kept = true)
    {
        MustHaveOne();
        if (Today >= DayMost) throw new RefusedException(kept ? "Quota.Day" : DayIsFull, null, DayMost);
    }

    /// <exception cref="RefusedException">There is none left.</exception>
    public void MustHaveOne()
    {
        if (IsFull) throw new RefusedException(Refusal);
    }
}
