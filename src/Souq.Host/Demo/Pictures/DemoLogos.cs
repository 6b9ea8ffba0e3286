using System.Xml.Linq;
using Souq.Host.Demo.Pictures.Kit;
using Souq.Web.Components;

namespace Souq.Host.Demo.Pictures;

/// <summary>Logos for the stores of the demo market: an icon on a ground of its own colour.</summary>
internal static class DemoLogos
{
    private static readonly string[] Grounds = ["#0B6B57", "#8C2F1B", "#2B4C7E", "#7A3E78", "#3F4A3C"];

    /// <param name="icon">A name of <see cref="Icons"/>.</param>
    public static byte[] Draw(string icon, int seed)
    {
        using var sprite = typeof(Icons).Assembly.GetManifestResourceStream("icons.svg")!;
        var lines = XDocument.Load(sprite).Root!.Elements().First(e => (string?)e.Attribute("id") == icon).Elements();
        XNamespace svg = "http://www.w3.org/2000/svg";
        return Darkroom.Print(new XElement(svg + "svg", new XAttribute("width", 512), new XAttribute("height", 512), new XAttribute("viewBox", "0 0 48 48"),
            new XElement(svg + "rect", new XAttribute("width", 48), new XAttribute("height", 48), new XAttribute("fill", Grounds[seed % Grounds.Length])),
            new XElement(svg + "g", new XAttribute("transform", "translate(9.6 9.6) scale(1.2)"), new XAttribute("fill", "none"), new XAttribute("stroke", "#ffffff"),
                new XAttribute("stroke-width", 1.6), new XAttribute("stroke-linecap", "round"), new XAttribute("stroke-linejoin", "round"),
                lines.Select(l => new XElement(svg + l.Name.LocalName, l.Attributes())))).ToString());
    }
}
