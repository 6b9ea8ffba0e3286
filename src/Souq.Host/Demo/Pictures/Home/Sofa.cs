using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Home;

/// <summary>A sofa 900 wide about x = 0, its feet on y = 0.</summary>
internal static class Sofa
{
    public static void Draw(Canvas c, Dice dice)
    {
        var cloth = dice.Pick<Colour>("#3f6f6a", "#a5583f", "#7b8794", "#c2a27a", "#4b5a86", "#8a5468", "#b98b3f", "#d8cfc2");
        var seats = dice.Pick(2, 3, 3);
        var cushion = dice.Pick<Colour>("#e2b25a", "#d9795a", "#f0e4cf", "#88a89c", "#c9556a");
        c.Shadow(0, -2, 540, 40, 0.6);
        foreach (var x in (double[])[-390, -330, 330, 390])
            c.Shape($"M{x - 10} -60 H{x + 10} L{x + 6} 0 H{x - 6}Z", c.Across("#7a5a3f", "#4a3424"));
        c.Box(-430, -400, 860, 330, c.Down(new(0, cloth.Lit(0.32)), new(0.14, cloth.Lit(0.08)), new(1, cloth.Shaded(0.3))), 62);
        var width = 720.0 / seats;
        for (var i = 0; i < seats; i++)
        {
            var x = -360 + i * width;
            c.Box(x + 5, -372, width - 10, 220, c.Down(new(0, cloth.Lit(0.38)), new(0.25, cloth.Lit(0.12)), new(1, cloth.Shaded(0.25))), 40);
            c.Glow(x + width * 0.4, -320, width * 0.42, 60, cloth.Lit(0.8), 0.35);
        }

        for (var i = 0; i < seats; i++)
        {
            var x = -366 + i * (732.0 / seats);
            c.Box(x + 3, -196, 732.0 / seats - 6, 96, c.Down(new(0, cloth.Lit(0.45)), new(0.35, cloth.Lit(0.15)), new(1, cloth.Shaded(0.35))), 30);
            c.Line($"M{x + 24} -128 H{x + 732.0 / seats - 24}", cloth.Shaded(0.6), 2.5, 0.3);
        }

        c.Box(-420, -118, 840, 62, c.Down(cloth.Shaded(0.1), cloth.Shaded(0.5)), 18);
        foreach (var side in (int[])[-1, 1])
        {
            var x = side < 0 ? -462 : 346;
            c.Box(x, -300, 116, 248, c.Across(cloth.Lit(side < 0 ? 0.4 : 0.12), cloth.Shaded(side < 0 ? 0.18 : 0.38)), 50);
            c.Oval(x + 58, -268, 44, 26, cloth.Lit(0.5), 0.45);
        }

        Cushion(c, -250, -250, -12, cushion);
        Cushion(c, 248, -248, 10, dice.Chance(0.5) ? cushion : cloth.Mix(cushion, 0.5).Lit(0.3));
        if (dice.Chance(0.4))
            Cushion(c, -160, -236, 8, cloth.Lit(0.6));
    }

    private static void Cushion(Canvas c, double x, double y, double turn, Colour colour) => c.Place(x, y, g => g
        .Shape($"M-78 -72 C-40 -84 40 -84 78 -72 C86 -36 86 36 78 74 C40 84 -40 84 -78 74 C-86 36 -86 -36 -78 -72Z", g.Aslant(colour.Lit(0.35), colour.Shaded(0.28)))
        .Line($"M-58 -50 L58 50 M58 -50 L-58 50", colour.Shaded(0.4), 3, 0.25).Glow(-26, -30, 50, 34, "#ffffff", 0.3), turn: turn);
}
