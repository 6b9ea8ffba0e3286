using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>
/// How far back in time matches are looked for, in <see cref="Slots.TimeSlot"/>s: as far as what is known of them lets expect enough, and further while
/// that was not enough.
/// </summary>
public sealed class SearchReach
{
    // The slot that is being filled, and the next: clocks differ.
    private const int Least = 2;

    private const int Wider = 8;

    /// <summary>From fewer matches no rate is told.</summary>
    private const int Telling = 5;

    /// <summary>Beyond these all that is left is looked through at once.</summary>
    private const int Most = 400;

    // Adverts may come by the dozen in a minute, as from a file.
    private const double Shortest = 0.01;

    private readonly int limit;
    private readonly long oldest;
    private readonly DateTimeOffset from;
    private long width;

    /// <param name="limit">Matches that are wanted.</param>
    /// <param name="rate">Matches a slot; <c>null</c> when nobody has asked.</param>
    /// <param name="from">Where to begin, the newest first.</param>
    /// <param name="since">Nothing older is wanted.</param>
    public SearchReach(int limit, double? rate, DateTimeOffset from, DateTimeOffset? since = null)
    {
        (this.limit, this.from) = (limit, from);
        oldest = since is { } at ? Slots.OfTime(at) : long.MinValue;
        Newest = Top = Slots.OfTime(from) + 1;
        width = rate switch
        {
            null => Least,
            // What comes up less than once in a slot is found as a whole sooner than by its age.
            < 1 => Most + 1,
            _ => Least + (long)Math.Min(Math.Ceiling(Math.Max(limit / rate.Value * 1.2 - Seen(Slots.OfTime(from)), 0)), Most),
        };
        Open();
    }

    /// <summary>The slot the search began with.</summary>
    public long Newest { get; }

    /// <summary>The newest slot to look through now.</summary>
    public long Top { get; private set; }

    /// <summary>The oldest; <see cref="long.MinValue"/> for all there are.</summary>
    public long Bottom { get; private set; }

    private bool IsLast { get; set; }

    /// <summary>Goes on to older slots.</summary>
    /// <param name="found">Matches so far.</param>
    /// <returns>False when that is enough, or all there is.</returns>
    public bool Goes(int found)
    {
        if (IsLast || found >= limit) return false;
        width = found < Telling ? width * Wider : (long)Math.Ceiling((limit - found) * Seen(Bottom) * 1.5 / found);
        Top = Bottom - 1;
        Open();
        return true;
    }

    /// <summary>Matches a slot, as they were found: where there were enough they end with the last of them, however much further was looked.</summary>
    /// <param name="last">The oldest that was found.</param>
    public double Rate(int found, DateTimeOffset last) => found >= limit ? found / Math.Max((from - last).TotalSeconds / Slots.TimeSlot, Shortest)
        : Math.Max(found, 0.1) / (Bottom == long.MinValue ? Most * Wider : Seen(Bottom));

    private void Open()
    {
        IsLast = width > Most || Top - width < oldest;
        Bottom = IsLast ? oldest : Top - width + 1;
    }

    private double Seen(long bottom) => Math.Max((from.ToUnixTimeSeconds() - (double)bottom * Slots.TimeSlot) / Slots.TimeSlot, Shortest);
}
