namespace Souq.Listings.Photos;

/// <summary>The renditions every photo has.</summary>
public enum PhotoSize { Card, Page, Zoom }

/// <summary>What the renditions are called and how big they may be, in pixels.</summary>
public static class PhotoSizes
{
    public static IReadOnlyList<PhotoSize> All { get; } = [PhotoSize.Card, PhotoSize.Page, PhotoSize.Zoom];

    /// <summary>The file name without extension: <c>card</c>, <c>page</c>, <c>zoom</c>.</summary>
    public static string Name(this PhotoSize size) => size switch
    {
        PhotoSize.Card => "card",
        PhotoSize.Page => "page",
        _ => "zoom",
    };

    /// <summary>
    /// The box a rendition fits into; nothing is enlarged to fill it. Cards and pages are bound by their width: an upright picture
    /// from a phone (3:4) is then as sharp in a 4:3 frame as a lying one.
    /// </summary>
    public static (int Width, int Height) Box(this PhotoSize size) => size switch
    {
        PhotoSize.Card => (400, 534),
        PhotoSize.Page => (900, 1200),
        _ => (1800, 1800),
    };

    /// <summary>The size called so, or <c>null</c>.</summary>
    public static PhotoSize? Parse(string? name) => name switch
    {
        "card" => PhotoSize.Card,
        "page" => PhotoSize.Page,
        "zoom" => PhotoSize.Zoom,
        _ => null,
    };
}
