using System.Text.RegularExpressions;

namespace Souq.Web.Components;

/// <summary>The names of the drawn icons, as <see cref="Icon"/> takes them.</summary>
public static partial class Icons
{
    private static readonly Lazy<IReadOnlyList<string>> Drawn = new(() =>
    {
        using var sprite = new StreamReader(typeof(Icons).Assembly.GetManifestResourceStream("icons.svg")!);
        return [.. Symbol().Matches(sprite.ReadToEnd()).Select(m => m.Groups[1].Value)];
    });

    /// <summary>In the order of the sprite: those of the frame first, then those of sections.</summary>
    public static IReadOnlyList<string> Names => Drawn.Value;

    [GeneratedRegex("""<symbol[^>]*\bid="([^"]+)["]""")]
    private static partial Regex Symbol();
}
