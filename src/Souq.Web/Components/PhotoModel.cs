namespace Souq.Web.Components;

/// <summary>A photo as pages show it.</summary>
/// <param name="Id">As in <c>/photos/{id}/card.webp</c>, the address the photo pipeline gives it.</param>
/// <param name="Tone">Its average colour, 0–63 (16·red + 4·green + blue), shown until it has loaded.</param>
/// <param name="Width">Pixels of the biggest rendition; 0 when unknown.</param>
/// <param name="Height">Pixels of the biggest rendition; 0 when unknown.</param>
/// <param name="Alt">What is to be seen, for those who cannot see it.</param>
public sealed record PhotoModel(string Id, int? Tone = null, int Width = 0, int Height = 0, string Alt = "")
{
    public string Card => $"/photos/{Id}/card.webp";
    public string Page => $"/photos/{Id}/page.webp";
    public string Zoom => $"/photos/{Id}/zoom.webp";
    public string? ToneClass => Tone is >= 0 and < 64 ? $"tone-{Tone}" : null;
}
