using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Property;

/// <summary>A villa of two floors with a garden, about 1,000 wide about x = 0, its foot on y = 0.</summary>
internal static class Villa
{
    public static void Draw(Canvas c, Dice dice, Hour hour)
    {
        var wall = dice.Pick<Colour>("#fbf6ec", "#f3e2c8", "#f0d7bd", "#efe6da");
        var roof = dice.Pick<Colour>("#b85f3f", "#a5523a", "#c2764e");
        var door = dice.Pick<Colour>("#2f6f9f", "#3c7a6a", "#7a4a30");
        c.Shadow(60, 0, 620, 40, 0.45);
        c.Box(-420, -330, 560, 330, c.Across(wall.Lit(0.4), wall.Shaded(0.05))).Box(140, -240, 300, 240, c.Across(wall.Shaded(0.08), wall.Shaded(0.26)));
        c.Box(-330, -560, 420, 240, c.Across(wall.Lit(0.45), wall.Shaded(0.04)));
        Roof(c, -364, 124, -560, roof, 92);
        Roof(c, 130, 470, -240, roof, 58);
        c.Box(-440, -340, 590, 16, wall.Lit(0.6)).Box(-420, -324, 560, 10, "#1b1430", opacity: 0.18);
        for (var x = -420; x < -330; x += 22)
            c.Box(x, -392, 8, 54, wall.Lit(0.4));
        c.Box(-424, -398, 98, 9, wall.Lit(0.5));
        for (var x = 96; x < 140; x += 22)
            c.Box(x, -392, 8, 54, wall.Lit(0.2));
        c.Box(90, -398, 56, 9, wall.Lit(0.4));
        foreach (var x in (double[])[-290, -160, -30])
            Window(c, x, -510, 84, 120, door, hour, arch: true);
        Window(c, -380, -240, 120, 130, door, hour);
        Window(c, -10, -240, 110, 130, door, hour);
        Window(c, 190, -180, 90, 104, door, hour);
        Window(c, 320, -180, 90, 104, door, hour);
        c.Shape($"M-206 0 V-176 A66 66 0 0 1 -74 -176 V0Z", wall.Lit(0.6)).Shape($"M-192 0 V-174 A52 52 0 0 1 -88 -174 V0Z", c.Across(door.Lit(0.2), door.Shaded(0.3)));
        c.Line($"M-140 0 V-226 M-178 -30 V-150 M-102 -30 V-150", door.Shaded(0.5), 4, 0.6).Disc(-128, -96, 7, "#e8c56a").Box(-226, -14, 172, 14, wall.Shaded(0.15), 3);
        Garden(c, dice, hour);
    }

    private static void Roof(Canvas c, double left, double right, double y, Colour tile, double height)
    {
        c.Shape($"M{left} {y} L{left + height * 0.9} {y - height} H{right - height * 0.9} L{right} {y}Z", c.Down(tile.Lit(0.3), tile.Shaded(0.15)));
        for (var row = 1; row < height / 14; row++)
            c.Line($"M{left + (1 - row * 14 / height) * height * 0.9} {y - height + row * 14} H{right - (1 - row * 14 / height) * height * 0.9}", tile.Shaded(0.5), 2, 0.3);
        c.Box(left - 6, y - 4, right - left + 12, 12, tile.Shaded(0.3), 3);
    }

    private static void Window(Canvas c, double x, double y, double w, double h, Colour frame, Hour hour, bool arch = false)
    {
        var glass = hour.Evening ? c.Down("#ffe9b0", "#f0a850") : c.Aslant("#b9d4de", "#4f7486");
        if (arch)
            c.Shape($"M{x} {y + h} V{y + w / 2} A{w / 2} {w / 2} 0 0 1 {x + w} {y + w / 2} V{y + h}Z", glass).Line($"M{x} {y + h} V{y + w / 2} A{w / 2} {w / 2} 0 0 1 {x + w} {y + w / 2} V{y + h}Z M{x + w / 2} {y} V{y + h}", frame, 6);
        else
            c.Box(x, y, w, h, glass, 2).Line($"M{x} {y} h{w} v{h} h{-w}Z M{x + w / 2} {y} v{h} M{x} {y + h * 0.4} h{w}", frame, 6);
        c.Box(x - 10, y + h + 2, w + 20, 9, "#fffaf0", 2).Box(x - 10, y + h + 11, w + 20, 8, "#1b1430", opacity: 0.14);
    }

    private static void Garden(Canvas c, Dice dice, Hour hour)
    {
        Greenery.Bushes(c, dice, -500, -240, 16, 58, "#5f9a52", hour.Haze);
        Greenery.Bushes(c, dice, -40, 480, 16, 54, "#5a8f56", hour.Haze);
        for (var i = 0; i < 46; i++)
        {
            var (x, y) = (dice.Between(-450, -380), dice.Between(-300, -20));
            c.Disc(x + dice.Between(-26, 26), y, dice.Between(8, 15), dice.Pick<Colour>("#c9356a", "#e0558a", "#5f8f4a", "#d8457a"), 0.92);
        }

        Greenery.Palm(c, dice, 470, 10, 520, hour.Haze);
        if (!dice.Chance(0.6))
            return;
        c.Oval(150, 84, 360, 44, "#f4efe6").Oval(150, 86, 342, 37, c.Down("#7fd0dc", "#2f9ab5")).Line($"M-60 84 C0 78 40 92 100 84 M140 96 C200 88 240 102 320 94 M160 70 C210 66 250 76 300 70", "#ffffff", 3, 0.6);
    }
}
