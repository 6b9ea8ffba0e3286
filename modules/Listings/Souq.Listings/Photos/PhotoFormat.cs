using NetVips;

namespace Souq.Listings.Photos;

/// <summary>What may be uploaded. The file's first bytes decide, never its name or what the browser says it is.</summary>
public enum PhotoFormat { Jpeg, Png, Webp }

public static class PhotoFormats
{
    /// <summary>The format these bytes begin like, or <c>null</c>.</summary>
    public static PhotoFormat? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? PhotoFormat.Jpeg
        : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PhotoFormat.Png
        : bytes.Length >= 16 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBPVP8"u8) ? PhotoFormat.Webp
        : null;

    /// <summary>
    /// Reads the header with the loader of that format alone; pixels follow when they are asked for, top to bottom, and a file that
    /// ends early or cannot be decoded throws <see cref="VipsException"/>.
    /// </summary>
    /// <param name="shrink">1, 2, 4 or 8: a JPEG can be read at a fraction of its size.</param>
    internal static Image Open(this PhotoFormat format, byte[] bytes, int shrink = 1) => format switch
    {
        PhotoFormat.Jpeg => Image.JpegloadBuffer(bytes, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        PhotoFormat.Png => Image.PngloadBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        _ => Image.WebploadBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
    };
}
