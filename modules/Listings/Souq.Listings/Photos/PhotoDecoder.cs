using NetVips;

namespace Souq.Listings.Photos;

internal static class PhotoDecoder
{
    /// <summary>The picture at the biggest size kept, upright, 8-bit sRGB, opaque, in memory.</summary>
    public static Image Decode(byte[] bytes, PhotoFormat format, string? fileName, PhotoOptions options)
    {
        using var header = format.Open(bytes);
        Check(header, format, fileName, options);

        var (width, height) = PhotoSize.Zoom.Box();
        var shrink = format == PhotoFormat.Jpeg ? Shrink(header, Math.Max(width, height)) : 1;
        using var source = format.Open(bytes, shrink);
        using var fitted = source.ThumbnailImage(width, height, size: Enums.Size.Down, outputProfile: HasOwnColours(header) ? "srgb" : null);
        using var coloured = fitted.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = coloured.HasAlpha() ? coloured.Flatten(background: [255, 255, 255]) : coloured.Copy();
        using var eightBit = opaque.Cast(Enums.BandFormat.Uchar);
        return eightBit.CopyMemory();
    }

    /// <summary>Going through colour profiles costs more than everything else, and most pictures are sRGB already.</summary>
    private static bool HasOwnColours(Image header) =>
        header.Contains("icc-profile-data") || header.Interpretation == Enums.Interpretation.Cmyk;

    private static void Check(Image header, PhotoFormat format, string? fileName, PhotoOptions options)
    {
        var (width, height) = (header.Width, header.Height);
        var unpacked = format == PhotoFormat.Webp || header.Contains("interlaced");
        if (Math.Max(width, height) > options.MaxSide
            || (long)width * height > (unpacked ? options.MaxPixelsUnpacked : options.MaxPixels))
            throw PhotoRefusals.TooManyPixels(fileName, width, height);
        if (Math.Min(width, height) < options.MinSide)
            throw PhotoRefusals.TooSmall(fileName, options.MinSide);
    }

    /// <summary>Reading a JPEG at a fraction is cheap but coarse: leave a factor of two for the fine resize.</summary>
    private static int Shrink(Image header, int side) => (Math.Max(header.Width, header.Height) / side) switch
    {
        >= 16 => 8,
        >= 8 => 4,
        >= 4 => 2,
        _ => 1,
    };
}
