namespace Souq.Host.Demo.Pictures.Kit;

/// <summary>The strokes every scene is made of.</summary>
internal static class Strokes
{
    public static Canvas Box(this Canvas c, double x, double y, double width, double height, object fill, double round = 0, double opacity = 1) =>
        c.Add($"<rect x='{x:0.##}' y='{y:0.##}' width='{width:0.##}' height='{height:0.##}' rx='{round:0.##}' fill='{fill}' opacity='{opacity:0.###}'/>");

    public static Canvas Oval(this Canvas c, double cx, double cy, double rx, double ry, object fill, double opacity = 1) =>
        c.Add($"<ellipse cx='{cx:0.##}' cy='{cy:0.##}' rx='{rx:0.##}' ry='{ry:0.##}' fill='{fill}' opacity='{opacity:0.###}'/>");

    public static Canvas Disc(this Canvas c, double cx, double cy, double r, object fill, double opacity = 1) => c.Oval(cx, cy, r, r, fill, opacity);

    public static Canvas Shape(this Canvas c, FormattableString path, object fill, double opacity = 1) =>
        c.Add($"<path d='{FormattableString.Invariant(path)}' fill='{fill}' opacity='{opacity:0.###}'/>");

    public static Canvas Line(this Canvas c, FormattableString path, object stroke, double width, double opacity = 1) =>
        c.Add($"<path d='{FormattableString.Invariant(path)}' fill='none' stroke='{stroke}' stroke-width='{width:0.##}' stroke-linecap='round' stroke-linejoin='round' opacity='{opacity:0.###}'/>");

    public static Canvas Ring(this Canvas c, double cx, double cy, double r, object stroke, double width, double opacity = 1) =>
        c.Add($"<circle cx='{cx:0.##}' cy='{cy:0.##}' r='{r:0.##}' fill='none' stroke='{stroke}' stroke-width='{width:0.##}' opacity='{opacity:0.###}'/>");

    /// <summary>The soft shadow of something that stands on the ground.</summary>
    public static Canvas Shadow(this Canvas c, double cx, double cy, double rx, double ry, double opacity = 0.45) =>
        c.Oval(cx, cy, rx, ry, c.Round(0.5, 0.5, 0.5, new(0, "#17141f", opacity), new(0.55, "#17141f", opacity * 0.62), new(1, "#17141f", 0)));

    /// <summary>A soft light, such as the sun, a lamp or a sheen.</summary>
    public static Canvas Glow(this Canvas c, double cx, double cy, double rx, double ry, Colour colour, double opacity) =>
        c.Oval(cx, cy, rx, ry, c.Round(0.5, 0.5, 0.5, new(0, colour, opacity), new(0.4, colour, opacity * 0.5), new(1, colour, 0)));
}
