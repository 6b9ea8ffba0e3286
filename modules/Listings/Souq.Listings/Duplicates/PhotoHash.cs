using System.Numerics;
using NetVips;

namespace Souq.Listings.Duplicates;

/// <summary>
/// A difference hash (dHash): in eight rows of nine grey cells, whether each is darker than its neighbour. What makes a file another file,
/// such as its size, its encoder or its brightness, hardly changes it.
/// </summary>
public static class PhotoHash
{
    /// <summary>As many of the 64 bits may differ in what is still the same picture.</summary>
    public const int Same = 6;

    private const int Columns = 9, Rows = 8;

    /// <summary>Neighbours that differ by less, of 255, could be told apart either way.</summary>
    private const int Clear = 3;

    /// <summary>Fewer clear differences, of 64, make no picture: a wall, a screenshot of a blank page, a dark room.</summary>
    private const int FewestClear = 24;

    /// <summary>Of a picture in 8-bit sRGB; <c>null</c> when there is too little in it to know it again.</summary>
    public static ulong? Of(Image picture)
    {
        using var small = picture.ThumbnailImage(Columns, height: Rows, size: Enums.Size.Force);
        using var grey = small.Colourspace(Enums.Interpretation.Bw);
        using var cells = grey.ExtractBand(0).Cast(Enums.BandFormat.Uchar);
        return Of(cells.WriteToMemory<byte>());
    }

    /// <summary>The hash of the same picture in a mirror: every row backwards, every comparison the other way round.</summary>
    public static ulong Mirror(ulong hash)
    {
        ulong mirrored = 0;
        for (var bit = 0; bit < 64; bit++)
            if ((hash >> bit & 1) == 0) mirrored |= 1UL << (bit / 8 * 8 + 7 - bit % 8);
        return mirrored;
    }

    public static int Distance(ulong first, ulong second) => BitOperations.PopCount(first ^ second);

    /// <summary>Whether they are the same picture, upright or mirrored.</summary>
    public static bool AreSame(ulong first, ulong second) => Distance(first, second) <= Same || Distance(Mirror(first), second) <= Same;

    private static ulong? Of(byte[] cells)
    {
        ulong hash = 0;
        var clear = 0;
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns - 1; column++)
            {
                var difference = cells[row * Columns + column + 1] - cells[row * Columns + column];
                if (difference > 0) hash |= 1UL << (row * 8 + column);
                if (Math.Abs(difference) >= Clear) clear++;
            }

        return clear >= FewestClear ? hash : null;
    }
}
