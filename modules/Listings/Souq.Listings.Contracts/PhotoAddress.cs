namespace Souq.Listings.Contracts;

/// <summary>Where the WebP renditions of a photo are, from the root of the site; the same for every language.</summary>
public static class PhotoAddress
{
    /// <summary>Up to 400 wide, for cards, mails and small frames.</summary>
    public static string Card(string photoId) => $"/photos/{photoId}/card.webp";

    /// <summary>Up to 900 wide, for an advert's page and link previews.</summary>
    public static string Page(string photoId) => $"/photos/{photoId}/page.webp";

    /// <summary>Up to 1,800 on the longer side.</summary>
    public static string Zoom(string photoId) => $"/photos/{photoId}/zoom.webp";
}
