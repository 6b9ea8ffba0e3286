using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Property;

/// <summary>A block of flats with balconies, about 800 wide about x = 0, its foot on y = 0.</summary>
internal static class Block
{
    public static void Draw(Canvas c, Dice dice, bool evening)
    {
        var wall = dice.Pick<Colour>("#f6efe2", "#ecdcc4", "#e2cdb8", "#dfe3e2", "#f3e4d6");
        var accent = dice.Pick<Colour>("#b5684a", "#3f7f86", "#7d8a5a", "#4a6286", "#8c6f56");
        var floors = dice.Whole(5, 7);
        var step = 640.0 / floors;
        c.Shadow(40, 4, 560, 40, 0.5);
        c.Shape($"M330 {-floors * step - 60} L440 {-floors * step - 20} V0 H330Z", c.Down(wall.Shaded(0.3), wall.Shaded(0.45)));
        c.Box(-380, -floors * step - 60, 712, floors * step + 60, c.Across(wall.Lit(0.35), wall.Shaded(0.06)));
        c.Box(-390, -floors * step - 72, 732, 18, wall.Lit(0.5)).Box(-60, -floors * step - 60, 96, floors * step + 60, c.Across(accent.Lit(0.15), accent.Shaded(0.15)));
        for (var i = 0; i < floors; i++)
        {
            var y = -(i + 1) * step;
            for (var k = 0; k < 3; k++)
                c.Box(-34, y + 18 + k * 22, 44, 14, evening ? "#ffd98a" : "#7fa0ae", 2, 0.85);
            if (i == 0)
                continue;
            foreach (var x in (double[])[-352, -212, 66, 204])
                Flat(c, dice, x, y, step, wall, accent, evening);
        }

        Entrance(c, dice, step, accent, evening);
        c.Shape($"M-380 {-floors * step - 60} L-100 {-floors * step - 60} L-380 -120Z", "#ffffff", 0.13);
    }

    private static void Flat(Canvas c, Dice dice, double x, double y, double step, Colour wall, Colour accent, bool evening)
    {
        var lit = evening && dice.Chance(0.6);
        c.Box(x, y + 10, 118, step - 34, lit ? c.Down("#ffe2a0", "#f0a95a") : c.Aslant("#a9c4cf", "#4f6b79"), 2);
        c.Box(x + 57, y + 10, 4, step - 34, "#f4efe6");
        if (dice.Chance(0.5))
            c.Shape($"M{x + 62} {y + 10} h54 v{step - 34} c-20 -{step * 0.3} -40 -{step * 0.4} -54 -{step * 0.45}Z", "#fffaf0", 0.6);
        c.Box(x - 8, y + step - 52, 134, 40, "#1b1430", opacity: 0.14).Box(x - 10, y + step - 56, 138, 36, accent.Mix(wall, 0.55), 2, 0.92).Box(x - 13, y + step - 60, 144, 7, wall.Lit(0.5), 2).Box(x - 12, y + step - 22, 142, 8, wall.Shaded(0.25), 1);
        for (var k = 0; k < 9; k++)
            c.Box(x - 4 + k * 15.4, y + step - 53, 3, 30, wall.Lit(0.5), opacity: 0.7);
        if (dice.Chance(0.45))
            foreach (var dx in (double[])[12, 34, 52])
                c.Disc(x + dx, y + step - 62, 13, dice.Pick<Colour>("#5f9a52", "#4f8a5a", "#c9556a", "#7fae62"));
        if (dice.Chance(0.25))
            c.Box(x + 92, y + 14, 30, 22, "#f1f1ee", 3).Ring(x + 107, y + 25, 7, "#9aa0a6", 2);
    }

    private static void Entrance(Canvas c, Dice dice, double step, Colour accent, bool evening)
    {
        c.Box(-380, -step + 4, 712, step - 4, "#3a3036", opacity: 0.12);
        foreach (var x in (double[])[-350, -205, 70, 208])
        {
            c.Box(x, -step + 24, 116, step - 24, evening ? c.Down("#ffe9b8", "#e8a050") : c.Aslant("#8fb0bd", "#3d5563"), 2);
            c.Shape($"M{x - 8} {-step + 22} h132 l10 26 h-152Z", dice.Pick<Colour>("#c8553d", "#e0a13b", "#3f8f83", "#f4efe6", "#4a6286"));
        }

        c.Box(-44, -84, 66, 84, accent.Shaded(0.55), 3).Box(-36, -76, 24, 76, "#8fb0bd", 2).Box(-8, -76, 24, 76, "#6c8c9a", 2).Box(-62, -96, 102, 12, "#f4efe6", 2);
    }
}
