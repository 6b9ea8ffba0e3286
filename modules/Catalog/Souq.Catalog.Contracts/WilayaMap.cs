using System.Globalization;
using System.Text;

namespace Souq.Catalog.Contracts;

/// <summary>The outlines of the wilayas on a square of <see cref="Size"/>, north up; made small by <c>build/map</c>. © OpenStreetMap contributors, ODbL.</summary>
public sealed class WilayaMap
{
    public const int Size = 1000;

    public static readonly WilayaMap Empty = new([]);

    private readonly IReadOnlyList<Stretch> stretches;

    // Asked for with every page of results; the wilayas change once in years.
    private volatile Drawn? lastDrawn;

    private WilayaMap(IReadOnlyList<Stretch> stretches) => this.stretches = stretches;

    /// <param name="lines">Each a stretch of border: <c>16 35:x,y x,y …</c>, the one or two wilayas beside it by their code of the division of 69.</param>
    public static WilayaMap Read(IEnumerable<string> lines) => new([.. lines.Select(line =>
    {
        var (sides, points) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
        return new Stretch(
            [.. sides.Split(' ').Select(Number)],
            [.. points.Split(' ').Select(p => p.Split(',')).Select(p => new Point(Number(p[0]), Number(p[1])))]);
    })]);

    /// <summary>The wilayas that there are on a day, each as the data of an SVG path. Borders within one of them are not drawn.</summary>
    public IReadOnlyList<WilayaOutline> On(Territory territory, DateOnly day)
    {
        if (lastDrawn is { } known && known.Day == day) return known.Outlines;
        var today = stretches.SelectMany(s => s.Sides).Distinct().ToDictionary(code => code, code => WilayaOn(code, territory, day));
        var outlines = Draw(today);
        lastDrawn = new Drawn(day, outlines);
        return outlines;
    }

    private List<WilayaOutline> Draw(Dictionary<int, int> today)
    {
        var borders = new Dictionary<int, List<IReadOnlyList<Point>>>();
        foreach (var stretch in stretches)
        {
            int[] sides = [.. stretch.Sides.Select(code => today[code])];
            if (sides is [var one, var other] && one == other) continue;
            foreach (var side in sides)
            {
                if (!borders.TryGetValue(side, out var lines)) borders[side] = lines = [];
                lines.Add(stretch.Points);
            }
        }

        return [.. borders.OrderBy(b => b.Key).Select(b => new WilayaOutline(b.Key, Path(b.Value)))];
    }

    private static int WilayaOn(int code, Territory territory, DateOnly day) =>
        territory.Communes.FirstOrDefault(c => c.Wilaya == code) is { } commune ? territory.WilayaOf(commune, day).Code : code;

    /// <summary>Stretches put together end to end into rings.</summary>
    private static string Path(List<IReadOnlyList<Point>> lines)
    {
        var (path, left) = (new StringBuilder(), new LinkedList<IReadOnlyList<Point>>(lines));
        while (left.First is { } first)
        {
            left.RemoveFirst();
            var ring = first.Value.ToList();
            while (ring[0] != ring[^1] && Next(left, ring[^1]) is { } next) ring.AddRange(next.Skip(1));
            path.Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
            for (var i = 1; i < ring.Count - (ring[0] == ring[^1] ? 1 : 0); i++)
                path.Append(CultureInfo.InvariantCulture, $"{(i > 1 ? " " : "")}{ring[i].X - ring[i - 1].X} {ring[i].Y - ring[i - 1].Y}");
            path.Append('z');
        }

        return path.ToString();
    }

    private static IEnumerable<Point>? Next(LinkedList<IReadOnlyList<Point>> left, Point from)
    {
        for (var node = left.First; node is not null; node = node.Next)
        {
            if (node.Value[0] != from && node.Value[^1] != from) continue;
            left.Remove(node);
            return node.Value[0] == from ? node.Value : node.Value.Reverse();
        }

        return null;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private readonly record struct Point(int X, int Y);

    private sealed record Drawn(DateOnly Day, IReadOnlyList<WilayaOutline> Outlines);

    private sealed record Stretch(IReadOnlyList<int> Sides, IReadOnlyList<Point> Points);
}

/// <param name="Wilaya">Code.</param>
/// <param name="Path">Data of an SVG path.</param>
public sealed record WilayaOutline(int Wilaya, string Path);
