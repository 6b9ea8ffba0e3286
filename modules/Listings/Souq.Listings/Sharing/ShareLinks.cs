namespace Souq.Listings.Sharing;

/// <summary>A way to hand an advert on that needs no script.</summary>
/// <param name="Name">Part of its text's key: <c>Share.{Name}</c>.</param>
public sealed record ShareLink(string Name, string Href);

/// <summary>Plain links that carry an advert to where people talk.</summary>
public static class ShareLinks
{
    public static IReadOnlyList<ShareLink> For(string title, Uri address)
    {
        var (words, url) = (Uri.EscapeDataString(title), Uri.EscapeDataString(address.AbsoluteUri));
        var both = Uri.EscapeDataString($"{title}\n{address.AbsoluteUri}");
        return
        [
            new("WhatsApp", $"https://wa.me/?text={both}"),
            new("Viber", $"viber://forward?text={both}"),
            new("Telegram", $"https://t.me/share/url?url={url}&text={words}"),
            new("Facebook", $"https://www.facebook.com/sharer/sharer.php?u={url}"),
            new("Mail", $"mailto:?subject={words}&body={both}"),
        ];
    }

    /// <summary>As somebody would type it: no scheme, nothing behind the path.</summary>
    public static string Short(Uri address) => address.Authority + address.AbsolutePath;
}
