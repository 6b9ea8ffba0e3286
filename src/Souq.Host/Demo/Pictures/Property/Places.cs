using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Property;

/// <summary>A plot and a shop; each fills the canvas.</summary>
internal static class Places
{
    public static void Land(Canvas c, Dice dice, Hour hour)
    {
        Sky.Draw(c, dice, hour, 440);
        c.Shape($"M0 400 C160 320 300 300 420 330 C600 250 760 290 900 330 C1040 300 1120 330 1200 350 V560 H0Z", hour.Haze.Mix("#6f8fb0", 0.5));
        c.Shape($"M0 460 C220 410 420 440 640 420 C860 400 1040 430 1200 410 V600 H0Z", hour.Haze.Mix("#6f9055", 0.75));
        var soil = dice.Pick<Colour>("#b98a58", "#a9784a", "#c49a68");
        var grass = dice.Pick<Colour>("#8fa85a", "#a9ad5e", "#7f9a52");
        c.Box(0, 500, 1200, 400, c.Down(grass.Lit(0.2), grass.Shaded(0.2)));
        c.Shape($"M330 540 L900 524 L1130 800 L120 850Z", c.Down(soil.Lit(0.35), soil.Shaded(0.05)));
        for (var i = 1; i < 12; i++)
            c.Line($"M{330 - i * 18} {540 + i * 26} C{560} {524 + i * 25} {760} {540 + i * 22} {900 + i * 19} {524 + i * 23}", soil.Shaded(0.45), 2 + i * 0.25, 0.25);
        (double X, double Y)[] posts = [(330, 540), (900, 524), (1130, 800), (120, 850)];
        for (var i = 0; i < 4; i++)
        {
            var (a, b) = (posts[i], posts[(i + 1) % 4]);
            c.Line($"M{a.X} {a.Y - 40} Q{(a.X + b.X) / 2} {(a.Y + b.Y) / 2 - 24} {b.X} {b.Y - 40}", i % 2 == 0 ? "#f4efe4" : "#d8482f", 4, 0.95);
        }

        foreach (var (x, y) in posts)
        {
            var size = (y - 380) / 300;
            c.Shadow(x + 14 * size, y, 44 * size, 8 * size).Box(x - 6 * size, y - 84 * size, 12 * size, 86 * size, c.Across("#e8c79a", "#8a5f3e"), 2).Box(x - 6 * size, y - 84 * size, 12 * size, 20 * size, "#d8482f");
        }

        for (var i = 0; i < 4; i++)
            Greenery.Olive(c, dice, dice.Pick(60, 180, 1010, 1140) + dice.Between(-40, 40), dice.Between(500, 560), dice.Between(80, 130), hour.Haze);
        for (var i = 0; i < 70; i++)
        {
            var (x, y) = (dice.Between(0, 1200), dice.Between(840, 900));
            c.Line($"M{x} {y} q{dice.Between(-8, 8)} -20 {dice.Between(-14, 14)} -38", grass.Shaded(dice.Between(0, 0.35)), 4);
        }
    }

    public static void Shop(Canvas c, Dice dice, Hour hour)
    {
        var wall = dice.Pick<Colour>("#f3e6d2", "#e6d2bc", "#dfe3e0", "#f0dccc");
        var paint = dice.Pick<Colour>("#2f6f6a", "#8c3a2f", "#2f4f7a", "#5a6b3a", "#6b4a2f");
        var awning = dice.Pick<Colour>("#c8553d", "#3f8f83", "#e0a13b", "#3f6f9f");
        c.Box(0, 0, 1200, 760, c.Across(wall.Lit(0.35), wall.Shaded(0.1)));
        for (var x = 110; x < 1200; x += 340)
            c.Box(x, 30, 130, 140, hour.Evening ? "#ffd98a" : c.Aslant("#a9c4cf", "#5f7f8c"), 3).Box(x - 44, 26, 42, 148, paint.Lit(0.15), 2).Box(x + 132, 26, 42, 148, paint, 2).Box(x - 14, 176, 158, 12, wall.Lit(0.6), 2);
        c.Box(90, 226, 1020, 534, c.Across(paint.Lit(0.12), paint.Shaded(0.2)), 4).Box(110, 236, 980, 74, c.Down(paint.Lit(0.25), paint.Shaded(0.1)), 3);
        for (var i = 0; i < 8; i++)
            c.Box(420 + i * 48, 262, i % 3 == 2 ? 22 : 34, 24, "#f6e7c4", 5, 0.9);
        foreach (var (x, w) in ((double, double)[])[(126, 380), (694, 380)])
            Window(c, dice, x, w, hour);
        c.Box(530, 350, 140, 410, paint.Shaded(0.35), 4).Box(546, 368, 108, 280, c.Aslant("#c4dbe2", "#56727e"), 3).Box(632, 540, 12, 60, "#e8c56a", 6).Box(546, 668, 108, 76, paint.Shaded(0.15), 3);
        for (var i = 0; i < 14; i++)
            c.Shape($"M{96 + i * 72} 310 h72 l{(i - 6.5) * 3 + 2} 62 a36 18 0 0 1 -74 0Z", i % 2 == 0 ? awning : "#f8f1e4");
        c.Box(90, 372, 1020, 26, "#1b1430", opacity: 0.16);
        c.Box(0, 756, 1200, 26, c.Down("#d9d0c2", "#b7ac9e")).Box(0, 780, 1200, 120, c.Down("#a9a29a", "#7d766f"));
        for (var x = -30; x < 1200; x += 110)
            c.Line($"M{x} 782 L{x - 60} 900", "#5f5852", 2, 0.3);
        foreach (var x in (double[])[60, 1150])
            c.Shadow(x, 792, 80, 14).Disc(x, 660, 62, "#5f9a52").Glow(x - 20, 636, 44, 36, "#cfe8a8", 0.6).Shape($"M{x - 46} 706 h92 l-12 86 h-68Z", c.Across("#d98a63", "#8c4a33"));
    }

    private static void Window(Canvas c, Dice dice, double x, double w, Hour hour)
    {
        c.Box(x, 350, w, 330, hour.Evening ? c.Down("#ffe9b8", "#d9953f") : c.Aslant("#cfe2e6", "#7d99a4"), 4);
        foreach (var y in (double[])[470, 570, 672])
        {
            c.Box(x + 10, y, w - 20, 8, "#8a6a4a");
            for (var k = x + 20; k < x + w - 40;)
            {
                var size = dice.Between(26, 54);
                c.Box(k, y - size * 1.25, size, size * 1.25, dice.Pick<Colour>("#c8553d", "#e0a13b", "#3f8f83", "#f4efe4", "#4a6286", "#b88a5a"), dice.Pick(3, 12), 0.9);
                k += size + 10;
            }
        }

        c.Shape($"M{x} 350 h{w * 0.5} L{x} 620Z", "#ffffff", 0.2).Line($"M{x} 350 h{w} v330 h{-w}Z", "#2a2320", 6, 0.5);
    }
}
