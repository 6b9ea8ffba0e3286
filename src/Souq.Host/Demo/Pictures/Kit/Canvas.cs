using System.Globalization;
using System.Text;

namespace Souq.Host.Demo.Pictures.Kit;

/// <summary>A stop of a gradient: where (0–1), which colour, how opaque (0–1).</summary>
internal readonly record struct Stop(double At, Colour Colour, double Opacity = 1);

/// <summary>An SVG drawing of 1200 × 900 units in the making. Numbers are written the same way in every culture.</summary>
internal sealed class Canvas
{
    public const int Width = 1200;
    public const int Height = 900;

    private readonly StringBuilder _defs = new();
    private readonly StringBuilder _body = new();
    private readonly Dictionary<string, string> _known = [];

    public Canvas Add(FormattableString svg)
    {
        _body.Append(FormattableString.Invariant(svg)).Append('\n');
        return this;
    }

    /// <summary>Draws inside a group moved, scaled (negative: mirrored) and turned about its own origin.</summary>
    public Canvas Place(double x, double y, Action<Canvas> draw, double scale = 1, bool flip = false, double turn = 0)
    {
        Add($"<g transform='translate({x:0.##} {y:0.##}) rotate({turn:0.##}) scale({(flip ? -scale : scale):0.####} {scale:0.####})'>");
        draw(this);
        return Add($"</g>");
    }

    /// <summary>Draws only what lies inside the path.</summary>
    public Canvas Clip(FormattableString path, Action<Canvas> draw)
    {
        var id = Define(FormattableString.Invariant(path), d => $"<clipPath id='{{0}}'><path d='{d}'/></clipPath>");
        Add($"<g clip-path='url(#{id})'>");
        draw(this);
        return Add($"</g>");
    }

    /// <summary>A paint that runs from the top of a shape to its bottom.</summary>
    public string Down(params ReadOnlySpan<Stop> stops) => Linear("x1='0' y1='0' x2='0' y2='1'", stops);

    /// <summary>A paint that runs from left to right.</summary>
    public string Across(params ReadOnlySpan<Stop> stops) => Linear("x1='0' y1='0' x2='1' y2='0'", stops);

    /// <summary>A paint that runs from the upper left corner to the lower right.</summary>
    public string Aslant(params ReadOnlySpan<Stop> stops) => Linear("x1='0' y1='0' x2='1' y2='1'", stops);

    /// <summary>A paint that spreads from a point of the shape, both 0–1.</summary>
    public string Round(double cx, double cy, double r, params ReadOnlySpan<Stop> stops) =>
        Url("radialGradient", FormattableString.Invariant($"cx='{cx}' cy='{cy}' r='{r}'"), stops);

    public string Down(Colour top, Colour bottom) => Down(new Stop(0, top), new Stop(1, bottom));

    public string Across(Colour left, Colour right) => Across(new Stop(0, left), new Stop(1, right));

    public string Aslant(Colour from, Colour to) => Aslant(new Stop(0, from), new Stop(1, to));

    public override string ToString() =>
        $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width} {Height}' width='{Width}' height='{Height}'><defs>{_defs}</defs>{_body}</svg>";

    private string Linear(string line, ReadOnlySpan<Stop> stops) => Url("linearGradient", line, stops);

    private string Url(string element, string attributes, ReadOnlySpan<Stop> stops)
    {
        var inner = new StringBuilder();
        foreach (var stop in stops)
            inner.Append(CultureInfo.InvariantCulture, $"<stop offset='{stop.At:0.###}' stop-color='{stop.Colour}' stop-opacity='{stop.Opacity:0.###}'/>");
        return $"url(#{Define($"{attributes}>{inner}", d => $"<{element} id='{{0}}' {d}</{element}>")})";
    }

    private string Define(string content, Func<string, string> element)
    {
        var key = element(content);
        if (!_known.TryGetValue(key, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"d{_known.Count}");
            _known[key] = id;
            _defs.Append(key.Replace("{0}", id, StringComparison.Ordinal));
        }

        return id;
    }
}
