namespace Souq.Listings.Photos;

/// <summary>Section <c>Photos</c> of the configuration.</summary>
public sealed class PhotoOptions
{
    /// <summary>Where photos are kept; by default <c>photos</c> under <c>SOUQ_DATA</c>.</summary>
    public string Folder { get; set; } = "";

    /// <summary>How many photos are worked on at once, each on one core; by default half the cores, so that pages stay quick.</summary>
    public int Workers { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    public int MaxBytes { get; set; } = 15 * 1024 * 1024;

    /// <summary>Most pixels of a picture that can be read row by row: a 64-megapixel phone.</summary>
    public long MaxPixels { get; set; } = 65_000_000;

    /// <summary>Most pixels of a picture that has to be unpacked whole (progressive, interlaced or WebP): up to 250 MB of memory.</summary>
    public long MaxPixelsUnpacked { get; set; } = 26_000_000;

    /// <summary>Longest side, in pixels; panoramas are long.</summary>
    public int MaxSide { get; set; } = 20_000;

    /// <summary>Shortest side, in pixels: below it nothing can be recognised.</summary>
    public int MinSide { get; set; } = 100;
}
