using System.Globalization;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>
/// Values on a line (time, prices, numbers) as tags of the index: each value carries the tag of its slot and of the two wider slots around it,
/// so that any range is a handful of tags.
/// </summary>
public static class Slots
{
    private const int Levels = 3;

    /// <summary>Eight slots make one of the next level.</summary>
    private const int Bits = 3;

    /// <summary>As many tags at most as are looked up for a range that is checked as well.</summary>
    private const int Few = 8;

    /// <summary>A range of more tags than these is only checked, not looked up.</summary>
    private const int Most = 120;

    /// <summary>Six hours: even on a market of a million adverts only a few thousand share one.</summary>
    public static long OfTime(DateTimeOffset at) => Math.DivRem(at.ToUnixTimeSeconds(), TimeSlot, out var rest) is var slot && rest < 0 ? slot - 1 : slot;

    public const int TimeSlot = 6 * 3600;

    /// <summary>Steps of a 32nd of an octave, about 2 %.</summary>
    public static long OfPrice(long dinars) => (long)Math.Floor(Math.Log2(Math.Max(dinars, 1)) * 32);

    /// <summary>Whole numbers up to 4,095, which are years, rooms and inches; then steps of 2 %, for kilometres and square metres.</summary>
    public static long OfNumber(decimal value) =>
        value < 4096 ? (long)Math.Floor(Math.Max(value, -1)) : 4096 + (long)Math.Floor(Math.Log2((double)value / 4096) * 32);

    /// <summary>The tags of a value.</summary>
    public static IEnumerable<string> Tags(string prefix, long slot) => Enumerable.Range(0, Levels).Select(level => Tag(prefix, level, slot >> (level * Bits)));

    /// <summary>The tags of which each value from one slot to another has one, and no other value; <c>null</c> when they are too many.</summary>
    public static IReadOnlyList<string>? Cover(string prefix, long from, long to)
    {
        var tags = new List<string>();
        for (var level = 0; from <= to; level++, from >>= Bits, to >>= Bits)
        {
            if (level == Levels - 1 || to - from < 1 << Bits)
            {
                if (to - from >= Most) return null;
                for (; from <= to; from++) tags.Add(Tag(prefix, level, from));
                break;
            }

            for (; (from & ((1 << Bits) - 1)) != 0; from++) tags.Add(Tag(prefix, level, from));
            for (; (to & ((1 << Bits) - 1)) != (1 << Bits) - 1; to--) tags.Add(Tag(prefix, level, to));
        }

        return tags;
    }

    /// <summary>
    /// A few tags of which each value from one slot to another has one, and some values beside them too; <c>null</c> when even the widest slots
    /// are too many. An index that is asked for any of dozens of tags has to walk through the lists of all of them.
    /// </summary>
    public static IReadOnlyList<string>? Around(string prefix, long from, long to)
    {
        for (var level = 0; level < Levels; level++, from >>= Bits, to >>= Bits)
            if (to - from < Few) return [.. Enumerable.Range(0, (int)Math.Max(to - from + 1, 0)).Select(i => Tag(prefix, level, from + i))];
        return null;
    }

    private static string Tag(string prefix, int level, long slot) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{level}.{slot}");
}
