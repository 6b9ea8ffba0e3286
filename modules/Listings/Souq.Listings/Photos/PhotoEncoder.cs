using NetVips;
using Souq.Listings.Duplicates;

namespace Souq.Listings.Photos;

internal static class PhotoEncoder
{
    private const int Quality = 75;

    /// <summary>Beyond 2 WebP takes a multiple of the time for a few bytes.</summary>
    private const int Effort = 2;

    /// <summary>For what has been through an encoder once already: the second time must not be seen.</summary>
    private const int QualityAgain = 88;

    /// <param name="again">The picture comes from a stored file, not from an upload.</param>
    public static ProcessedPhoto Encode(string id, Image zoom, bool again = false)
    {
        using var page = Fit(zoom, PhotoSize.Page);
        using var card = Fit(page, PhotoSize.Card);
        var (cardFile, pageFile, zoomFile) = (Webp(card, Quality), Webp(page, Quality), Webp(zoom, again ? QualityAgain : Quality));
        var photo = new Photo(id, zoom.Width, zoom.Height, Tone(card), cardFile.Length, pageFile.Length, zoomFile.Length)
        {
            Hash = PhotoHash.Of(card),
        };
        return new ProcessedPhoto(photo, cardFile, pageFile, zoomFile);
    }

    private static Image Fit(Image image, PhotoSize size)
    {
        var (width, height) = size.Box();
        using var fitted = image.ThumbnailImage(width, height, size: Enums.Size.Down);
        return fitted.CopyMemory();
    }

    private static byte[] Webp(Image image, int quality) => image.WebpsaveBuffer(q: quality, effort: Effort, keep: Enums.ForeignKeep.None);

    private static int Tone(Image image)
    {
        using var stats = image.Stats();
        return 16 * Level(1) + 4 * Level(2) + Level(3);

        // Row 0 of the statistics is about all bands, then one a band; column 4 holds the mean.
        int Level(int band) => (int)Math.Round(stats.Getpoint(4, band)[0] / 85);
    }
}
