using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Home;

/// <summary>Wooden furniture, standing on y = 0.</summary>
internal static class Tables
{
    public static void Dining(Canvas c, Dice dice)
    {
        var wood = dice.Pick<Colour>("#a8744a", "#7a5236", "#c99a68", "#5f4433", "#dcc3a0");
        var seat = dice.Pick<Colour>("#e6dccb", "#4c6a67", "#b5614a", "#3f434a");
        c.Shadow(0, -6, 540, 48, 0.55);
        foreach (var x in (double[])[-300, 0, 300])
            Chair(c, x, -30, 0.86, wood.Shaded(0.18), seat);
        c.Shape($"M-450 -318 H450 L500 -262 H-500Z", c.Across(wood.Lit(0.45), wood.Lit(0.05)));
        for (var i = 0; i < 5; i++)
            c.Line($"M{-450 - i * 9} {-314 + i * 11} C-200 {-318 + i * 12} 200 {-306 + i * 11} {450 + i * 9} {-312 + i * 11}", wood.Shaded(0.5), 1.6, 0.25);
        c.Box(-500, -262, 1000, 26, c.Down(wood.Lit(0.15), wood.Shaded(0.3)), 4).Box(-450, -236, 900, 28, wood.Shaded(0.35));
        foreach (var x in (double[])[-440, 406])
            c.Shape($"M{x} -236 h36 l-6 236 h-24Z", c.Across(wood.Lit(0.1), wood.Shaded(0.4)));
        Chair(c, -190, 24, 1, wood, seat);
        Chair(c, 190, 24, 1, wood, seat);
        Bowl(c, dice);
    }

    public static void Wardrobe(Canvas c, Dice dice)
    {
        var wood = dice.Pick<Colour>("#a8744a", "#e8e0d2", "#7a5236", "#c9a878", "#8a9490");
        c.Shadow(0, 0, 460, 36, 0.6);
        c.Box(-350, -650, 700, 646, c.Across(wood.Lit(0.25), wood.Shaded(0.25)), 6).Box(-364, -664, 728, 26, c.Down(wood.Lit(0.4), wood), 4);
        for (var i = 0; i < 3; i++)
        {
            var x = -338 + i * 228;
            var glass = i == 1;
            c.Box(x, -626, 220, 450, glass ? c.Aslant(new(0, "#cfe0e6"), new(0.5, "#eef5f6"), new(1, "#9fb4bd")) : c.Across(wood.Lit(0.32), wood.Shaded(0.08)), 5);
            c.Add($"<rect x='{x + 14}' y='-610' width='192' height='418' fill='none' stroke='{wood.Shaded(0.45)}' stroke-width='3' stroke-opacity='0.4' rx='4'/>");
            c.Box(i == 0 ? x + 196 : x + 12, -420, 9, 60, "#d8b878", 4);
            c.Box(x, -166, 220, 70, c.Across(wood.Lit(0.3), wood.Shaded(0.1)), 4).Box(x, -88, 220, 70, c.Across(wood.Lit(0.25), wood.Shaded(0.12)), 4);
            c.Box(x + 88, -136, 44, 9, "#d8b878", 4).Box(x + 88, -58, 44, 9, "#d8b878", 4);
        }

        c.Shape($"M-100 -626 L0 -626 L-100 -380Z", "#ffffff", 0.35);
    }

    private static void Chair(Canvas c, double x, double y, double size, Colour wood, Colour seat) => c.Place(x, y, g =>
    {
        g.Shape($"M-70 -400 C-40 -412 40 -412 70 -400 L64 -240 H-64Z", g.Down(wood.Lit(0.3), wood.Shaded(0.1)));
        g.Shape($"M-52 -384 C-30 -392 30 -392 52 -384 L48 -256 H-48Z", g.Down(seat.Lit(0.25), seat.Shaded(0.15)));
        g.Box(-66, -240, 12, 240, wood.Shaded(0.25)).Box(54, -240, 12, 240, wood.Shaded(0.35)).Shape($"M-84 -196 H84 L76 -162 H-76Z", g.Down(seat.Lit(0.3), seat.Shaded(0.2)));
        g.Box(-80, -164, 160, 12, wood.Shaded(0.2), 4).Box(-78, -160, 13, 160, wood).Box(65, -160, 13, 160, wood.Shaded(0.2));
    }, size);

    private static void Bowl(Canvas c, Dice dice)
    {
        c.Shadow(0, -286, 110, 16, 0.4);
        foreach (var (x, y) in ((double, double)[])[(-46, -352), (0, -364), (46, -352), (-22, -346), (24, -344)])
            c.Disc(x, y, 28, c.Round(0.35, 0.3, 0.8, new(0, "#ffd08a"), new(1, dice.Pick<Colour>("#e27a2c", "#c9402f", "#d8a52c"))));
        c.Shape($"M-104 -350 C-96 -296 -50 -284 0 -284 C50 -284 96 -296 104 -350Z", c.Across(new(0, "#f4f1ea"), new(0.5, "#3f7f9c"), new(1, "#23506a")));
    }
}
