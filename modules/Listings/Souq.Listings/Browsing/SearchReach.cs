using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>How far back in time matches are looked for, in <see cref="Slots.TimeSlot"/>s: as far as what is known of them lets expect enough.</summary>
public static class SearchReach
{
    // The slot that is being filled, and the next: clocks differ.
    private const int Least = 2;

    private const int Wider = 8;

    /// <summary>From fewer matches no rate is told.</summary>
    private const int Telling = 5;

    /// <summary>Beyond these all that is left is looked through at once.</summary>
    public const int Most = 400;

    // Adverts may come by the dozen in a minute, as from a file.
    private const double Shortest = 0.01;

    /// <param name="rate">Matches a slot; <c>null</c> when nobody has asked.</param>
    /// <param name="from">Where to begin, the newest first.</param>
    public static long First(int limit, double? rate, DateTimeOffset from) => rate switch
    {
        null => Least,
        // What comes up less than once in a slot is found as a whole sooner than by its age.
        < 1 => Most + 1,
        _ => Least + (long)Math.Min(Math.Ceiling(Math.Max(limit / rate.Value * 1.2 - Seen(from, Slots.OfTime(from)), 0)), Most),
    };

    /// <summary>After <paramref name="found"/> of <paramref name="limit"/> were found down to the slot <paramref name="bottom"/>.</summary>
    public static long Next(long width, int limit, int found, DateTimeOffset from, long bottom) =>
        found < Telling ? width * Wider : (long)Math.Ceiling((limit - found) * Seen(from, bottom) * 1.5 / found);

    /// <summary>Matches a slot, where so many were wanted and found: they end with one of <paramref name="last"/>, however much further was looked.</summary>
    public static double Rate(int found, DateTimeOffset from, DateTimeOffset last) => found / Math.Max((from - last).TotalSeconds / Slots.TimeSlot, Shortest);

    /// <summary>The same where there were no more.</summary>
    /// <param name="bottom">Slot down to which was looked; <c>null</c> for all there are.</param>
    public static double Rate(int found, DateTimeOffset from, long? bottom) => Math.Max(found, 0.1) / (bottom is { } slot ? Seen(from, slot) : Most * Wider);

    private static double Seen(DateTimeOffset from, long bottom) => Math.Max((from.ToUnixTimeSeconds() - (double)bottom * Slots.TimeSlot) / Slots.TimeSlot, Shortest);
}
