using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Animals;

internal static class Sheep
{
    /// <summary>A sheep, perhaps with a lamb, looking left, its feet on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        var wool = dice.Pick<Colour>("#f2ead9", "#f2ead9", "#e6d8c0", "#d9c7a8", "#8a6f58");
        var skin = dice.Pick<Colour>("#3a302b", "#c9a98c", "#6b5140", "#f0e2cc");
        One(c, dice, wool, skin, dice.Chance(0.5));
        if (dice.Chance(0.5))
            c.Place(330, 40, g => One(g, dice, wool.Lit(0.2), skin, false), 0.52);
    }

    private static void One(Canvas c, Dice dice, Colour wool, Colour skin, bool horns)
    {
        c.Shadow(20, 0, 380, 36, 0.5);
        foreach (var (x, far) in ((double, bool)[])[(-120, true), (170, true), (-180, false), (220, false)])
            c.Shape($"M{x - 24} -190 H{x + 24} L{x + 17} -14 H{x - 17}Z", c.Across(skin.Lit(far ? 0 : 0.12), skin.Shaded(far ? 0.5 : 0.3))).Box(x - 20, -24, 40, 24, "#241c18", 7);
        c.Oval(20, -300, 270, 160, wool.Shaded(0.14));
        for (var ring = 0; ring < 2; ring++)
            for (var i = 0; i < 24 - ring * 8; i++)
            {
                var a = i * Math.PI * 2 / (24 - ring * 8);
                var reach = ring == 0 ? 1.0 : 0.58;
                Curl(c, 20 + Math.Cos(a) * 250 * reach, -305 + Math.Sin(a) * 145 * reach, dice.Between(46, 60), wool, Math.Sin(a));
            }

        for (var i = 0; i < 7; i++)
            Curl(c, 20 + dice.Between(-110, 110), -310 + dice.Between(-40, 40), dice.Between(44, 56), wool, -0.1);
        Curl(c, 284, -270, 42, wool, 0.2);
        Head(c, wool, skin, horns);
    }

    private static void Head(Canvas c, Colour wool, Colour skin, bool horns)
    {
        c.Place(-190, -400, g => g.Shape($"M20 20 C60 -10 96 10 100 40 C70 60 40 54 14 44Z", skin.Shaded(0.2)), turn: 8);
        c.Shape($"M-200 -470 C-160 -460 -140 -400 -160 -360 C-190 -300 -250 -250 -300 -246 C-340 -244 -352 -280 -340 -312 C-326 -370 -300 -470 -200 -470Z", c.Aslant(skin.Lit(0.28), skin.Shaded(0.3)));
        c.Place(-260, -432, g => g.Shape($"M0 0 C-46 -20 -86 -8 -96 22 C-66 40 -30 36 4 26Z", skin.Shaded(0.1)).Shape($"M-10 8 C-40 0 -66 6 -78 20 C-56 28 -30 26 -6 22Z", "#d99a8a", 0.6), turn: -14);
        if (horns)
            c.Line($"M-226 -470 C-260 -540 -150 -560 -130 -480 C-124 -440 -160 -420 -176 -440", "#b59a6a", 30).Line($"M-226 -474 C-256 -530 -156 -548 -138 -480", "#e6d2a4", 8, 0.8);
        foreach (var (x, y, r) in ((double, double, double)[])[(-236, -474, 40), (-200, -490, 42), (-164, -470, 40)])
            Curl(c, x, y, r, wool, -0.6);
        c.Oval(-268, -386, 13, 15, "#1a1512").Disc(-272, -391, 4.5, "#ffffff").Line($"M-330 -280 C-322 -272 -312 -272 -306 -278 M-318 -262 C-306 -254 -290 -256 -280 -264", "#2a201b", 5, 0.8);
    }

    private static void Curl(Canvas c, double x, double y, double r, Colour wool, double low) =>
        c.Disc(x, y, r, c.Round(0.36, 0.3, 0.85, new(0, wool.Lit(0.65 - low * 0.25)), new(0.7, wool.Shaded(Math.Max(0, low) * 0.22)), new(1, wool.Shaded(0.14 + Math.Max(0, low) * 0.24))));
}
