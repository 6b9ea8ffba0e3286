namespace Souq.Listings.Photos;

/// <summary>A photo as adverts remember it: public, without anything of its maker.</summary>
/// <param name="Id">See <see cref="PhotoId"/>.</param>
/// <param name="Width">Of the biggest rendition, upright, in pixels.</param>
/// <param name="Height">Of the biggest rendition, upright, in pixels.</param>
/// <param name="Tone">Its average colour on a 4×4×4 grid, 16·red + 4·green + blue, each 0–3: what stands in its place while it loads.</param>
/// <param name="CardBytes">Size of the card's file.</param>
/// <param name="PageBytes">Size of the page's file.</param>
/// <param name="ZoomBytes">Size of the zoom's file.</param>
public sealed record Photo(string Id, int Width, int Height, int Tone, int CardBytes, int PageBytes, int ZoomBytes)
{
    /// <summary>See <see cref="Duplicates.PhotoHash"/>.</summary>
    public ulong? Hash { get; init; }

    /// <summary>Pixels of a rendition, for the <c>width</c> and <c>height</c> of an <c>img</c>.</summary>
    public (int Width, int Height) At(PhotoSize size)
    {
        var (width, height) = size.Box();
        var scale = Math.Min(1, Math.Min((double)width / Width, (double)height / Height));
        return (Math.Max(1, (int)Math.Round(Width * scale)), Math.Max(1, (int)Math.Round(Height * scale)));
    }
}

/// <summary>A photo together with its WebP files, ready to be kept.</summary>
public sealed record ProcessedPhoto(Photo Photo, byte[] Card, byte[] Page, byte[] Zoom)
{
    public byte[] At(PhotoSize size) => size switch
    {
        PhotoSize.Card => Card,
        PhotoSize.Page => Page,
        _ => Zoom,
    };
}
