using System.Text;
using NetVips;
using Souq.Listings.Photos;

namespace Souq.Host.Demo.Pictures.Kit;

/// <summary>Develops a scene into a JPEG. Only drawings of this folder pass here; uploads never meet the SVG loader.</summary>
internal static class Darkroom
{
    /// <summary>Pixels of the picture to a unit of the drawing: 1080 × 810.</summary>
    private const double Scale = 0.9;

    private static readonly Lazy<bool> s_open = new(() =>
    {
        VipsLimits.Apply();
        Operation.Block("VipsForeignLoadSvg", false);
        return true;
    });

    public static byte[] Develop(Scene scene)
    {
        _ = s_open.Value;
        using var place = Place(scene);
        using var thing = Load(Drawn(scene.Thing, Light(scene.Warmth)), Scale);
        using var ink = thing.ExtractBand(0, n: 3);
        using var cover = thing.ExtractBand(3);
        using var both = cover.Ifthenelse(ink, place, blend: true);
        return both.JpegsaveBuffer(q: 88);
    }

    /// <summary>A drawing as it is, such as a logo.</summary>
    public static byte[] Print(string svg)
    {
        _ = s_open.Value;
        using var drawing = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg));
        using var flat = drawing.Flatten();
        return flat.JpegsaveBuffer(q: 92);
    }

    /// <summary>What is out of focus needs no detail: it is drawn at a third of the size, blurred and enlarged.</summary>
    private static Image Place(Scene scene)
    {
        using var small = Load(Drawn(scene.Place), scene.Blur > 0 ? Scale / 3 : Scale);
        if (scene.Blur <= 0)
            return small.ExtractBand(0, n: 3);
        using var opaque = small.ExtractBand(0, n: 3);
        using var soft = opaque.Gaussblur(scene.Blur);
        return soft.Resize(3, kernel: Enums.Kernel.Linear);
    }

    private static Image Load(Canvas canvas, double scale) => Image.SvgloadBuffer(Encoding.UTF8.GetBytes(canvas.ToString()), scale: scale);

    private static Canvas Drawn(params ReadOnlySpan<Action<Canvas>> layers)
    {
        var canvas = new Canvas();
        foreach (var layer in layers)
            layer(canvas);
        return canvas;
    }

    /// <summary>Light from the upper left, a darker lower right, as on every photo taken in the afternoon.</summary>
    private static Action<Canvas> Light(double warmth) => c =>
    {
        Colour sun = warmth >= 0 ? "#ffe2b0" : "#9db8ff";
        c.Box(0, 0, Canvas.Width, Canvas.Height, c.Round(0.22, 0.1, 0.95, new(0, sun, 0.10 + 0.16 * Math.Abs(warmth)), new(0.6, sun, 0)));
        c.Box(0, 0, Canvas.Width, Canvas.Height, c.Round(0.45, 0.42, 0.8, new(0.55, "#1b1430", 0), new(1, "#1b1430", 0.32)));
    };
}
