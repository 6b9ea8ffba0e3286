// Makes the small map of the wilayas from their polygons; see README.md beside this file.
#:property PublishAot=false
using System.Globalization;
using System.Text.Json;

var root = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? throw new InvalidOperationException("Run it with: dotnet run build/map/simplify.cs");
const double Tolerance = 2.2;
var rings = new List<(int Code, (double X, double Y)[] Points)>();
using (var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "wilaya-boundaries.geojson"))))
    foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
    {
        var code = feature.GetProperty("properties").GetProperty("code").GetInt32();
        var geometry = feature.GetProperty("geometry");
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [geometry.GetProperty("coordinates")] : geometry.GetProperty("coordinates").EnumerateArray().ToArray();
        foreach (var ring in polygons.SelectMany(p => p.EnumerateArray()))
            rings.Add((code, [.. ring.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))]));
    }

// Degrees to a square of 1,000: a degree of longitude is shorter than one of latitude by the cosine of the middle.
var all = rings.SelectMany(r => r.Points).ToList();
var narrow = Math.Cos((all.Min(p => p.Y) + all.Max(p => p.Y)) / 2 * Math.PI / 180);
var (left, top) = (all.Min(p => p.X) * narrow, all.Max(p => p.Y));
var scale = 1000 / Math.Max(all.Max(p => p.X) * narrow - left, top - all.Min(p => p.Y));
(double X, double Y) Place((double X, double Y) p) => ((p.X * narrow - left) * scale, (top - p.Y) * scale);

// Each edge with the wilayas on either side, and the points where stretches of border end: where not exactly two edges of the same two meet.
var sides = new Dictionary<((double, double), (double, double)), List<int>>();
static ((double, double), (double, double)) Edge((double, double) a, (double, double) b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
foreach (var (code, points) in rings)
    for (var i = 0; i + 1 < points.Length; i++)
    {
        var edge = Edge(points[i], points[i + 1]);
        if (!sides.TryGetValue(edge, out var codes)) sides[edge] = codes = [];
        codes.Add(code);
    }

string Sides(((double, double), (double, double)) edge) => string.Join(' ', sides[edge].Order());
var around = new Dictionary<(double, double), List<((double, double), (double, double))>>();
foreach (var edge in sides.Keys)
    foreach (var end in new[] { edge.Item1, edge.Item2 })
    {
        if (!around.TryGetValue(end, out var edges)) around[end] = edges = [];
        edges.Add(edge);
    }

bool Ends((double, double) point) => around[point] is not [var one, var two] || Sides(one) != Sides(two);
var used = new HashSet<((double, double), (double, double))>();
var lines = new List<string>();
void Follow((double, double) from, ((double, double), (double, double)) edge)
{
    var line = new List<(double X, double Y)> { from };
    var names = Sides(edge);
    while (used.Add(edge))
    {
        var next = edge.Item1 == line[^1] ? edge.Item2 : edge.Item1;
        line.Add(next);
        if (Ends(next)) break;
        edge = around[next].First(e => e != edge);
    }

    var small = Simplify([.. line.Select(Place)]).Select(p => (X: (int)Math.Round(p.X), Y: (int)Math.Round(p.Y))).ToList();
    // A rock in the sea that is smaller than a step of the grid.
    if (small.Distinct().Count() < 2) return;
    lines.Add(names + ":" + string.Join(' ', small.Where((p, i) => i == 0 || p != small[i - 1]).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X},{p.Y}"))));
}

foreach (var point in around.Keys.Where(Ends).ToList())
    foreach (var edge in around[point].Where(e => !used.Contains(e)).ToList()) Follow(point, edge);
foreach (var edge in sides.Keys.Where(e => !used.Contains(e)).ToList())
    if (!used.Contains(edge)) Follow(edge.Item1, edge);

var target = Path.Combine(root, "..", "..", "modules", "Catalog", "Souq.Catalog", "Data", "Territory", "map.txt");
File.WriteAllText(target, string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n");
Console.WriteLine($"{lines.Count} stretches, {new FileInfo(target).Length} bytes");

// Ramer, Douglas and Peucker: the ends stay, so that stretches still meet.
static List<(double X, double Y)> Simplify(IReadOnlyList<(double X, double Y)> line)
{
    if (line.Count < 3) return [.. line];
    var (a, b, far, most) = (line[0], line[^1], 0, 0d);
    for (var i = 1; i < line.Count - 1; i++)
    {
        var length = Math.Sqrt(Math.Pow(b.X - a.X, 2) + Math.Pow(b.Y - a.Y, 2));
        var distance = length == 0
            ? Math.Sqrt(Math.Pow(line[i].X - a.X, 2) + Math.Pow(line[i].Y - a.Y, 2))
            : Math.Abs(((b.X - a.X) * (a.Y - line[i].Y)) - ((a.X - line[i].X) * (b.Y - a.Y))) / length;
        if (distance > most) (far, most) = (i, distance);
    }

    if (most < Tolerance) return [a, b];
    return [.. Simplify([.. line.Take(far + 1)]).SkipLast(1), .. Simplify([.. line.Skip(far)])];
}
