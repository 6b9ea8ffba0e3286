using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Backdrops;

/// <summary>Places under a roof. Things on a floor stand at about <see cref="Floor"/>, things on a table at <see cref="Table"/>.</summary>
internal static class Indoors
{
    public const double Floor = 770;
    public const double Table = 700;

    private static readonly Colour[] s_walls = ["#e9dcc6", "#d9c7ae", "#cfd6c8", "#d8cfc6", "#c9d3d8", "#e3cfc0", "#d6d0da", "#bfcac0"];

    /// <summary>A seamless paper background in one colour.</summary>
    public static void Studio(Canvas c, Dice dice) => Studio(c, dice.Pick<Colour>("#d9c9b4", "#c8d2cc", "#d8bfae", "#c4cbd6", "#e0d4b8", "#cdbfcf", "#b9c9c9", "#e2c9bb"));

    public static void Studio(Canvas c, Colour paper)
    {
        c.Box(0, 0, 1200, 900, c.Down(new(0, paper.Lit(0.25)), new(0.66, paper), new(0.76, paper.Lit(0.18)), new(1, paper.Shaded(0.12))));
        c.Glow(360, 300, 760, 560, "#fffaf0", 0.55);
    }

    /// <summary>A living room: wall, light of a window, skirting, parquet.</summary>
    public static void Room(Canvas c, Dice dice)
    {
        var wall = dice.Pick(s_walls);
        c.Box(0, 0, 1200, 640, c.Across(wall.Lit(0.3), wall.Shaded(0.08)));
        WindowLight(c, dice);
        if (dice.Chance(0.75))
            Picture(c, dice, dice.Between(760, 900), 110);
        c.Box(0, 612, 1200, 34, c.Down(wall.Lit(0.6), wall.Lit(0.2))).Box(0, 644, 1200, 4, "#3a2c22", opacity: 0.35);
        Parquet(c, dice.Pick<Colour>("#b98a5f", "#a97850", "#c89c70", "#8f6a4c"), 646);
        if (dice.Chance(0.7))
            Plant(c, dice, dice.Pick(95, 1110), 720, dice.Between(0.8, 1.1));
    }

    /// <summary>A wooden table before a bright room.</summary>
    public static void Desk(Canvas c, Dice dice)
    {
        var wall = dice.Pick(s_walls);
        c.Box(0, 0, 1200, 600, c.Across(wall.Lit(0.35), wall.Shaded(0.14)));
        WindowLight(c, dice);
        if (dice.Chance(0.6))
            Plant(c, dice, dice.Pick(120, 1080), 600, dice.Between(0.7, 0.95));
        else
            Picture(c, dice, dice.Between(120, 860), 90);
        var wood = dice.Pick<Colour>("#b07f52", "#c4945f", "#8c6546", "#d2b08a", "#e6ddd0");
        c.Box(0, 560, 1200, 340, c.Down(wood.Lit(0.35), wood.Shaded(0.18))).Box(0, 556, 1200, 6, wood.Lit(0.6));
        for (var i = 0; i < 9; i++)
        {
            var y = 576 + i * i * 3.4 + i * 6;
            c.Line($"M-10 {y} C300 {y + dice.Between(-6, 6)} 800 {y + dice.Between(-8, 8)} 1210 {y + dice.Between(-3, 3)}", wood.Shaded(0.5), 1.5 + i * 0.3, 0.22);
        }
    }

    /// <summary>A kitchen with coloured tiles.</summary>
    public static void Kitchen(Canvas c, Dice dice)
    {
        var tile = dice.Pick<Colour>("#dfe8e6", "#e8e0d2", "#d5e2e8");
        var glaze = dice.Pick<Colour>("#3d7f96", "#c27a4a", "#4f8a6a");
        c.Box(0, 0, 1200, 650, tile.Lit(0.2));
        for (var y = 0; y < 640; y += 64)
            for (var x = 0; x < 1200; x += 64)
            {
                c.Box(x + 2, y + 2, 60, 60, c.Aslant(tile.Lit(0.5), tile.Shaded(0.05)), 3);
                if (y is 192 or 256)
                    c.Shape($"M{x + 32} {y + 8} L{x + 56} {y + 32} L{x + 32} {y + 56} L{x + 8} {y + 32}Z", glaze, 0.75).Disc(x + 32, y + 32, 9, tile.Lit(0.6));
            }

        WindowLight(c, dice);
        Parquet(c, "#b9b2a8", 648);
    }

    /// <summary>The light of a window on a wall.</summary>
    public static void WindowLight(Canvas c, Dice dice)
    {
        var x = dice.Between(120, 520);
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 2; j++)
                c.Shape($"M{x + i * 150 + j * 46} {70 + j * 210} h132 l44 196 h-132Z", "#fff4d8", 0.42);
    }

    private static void Parquet(Canvas c, Colour wood, double top)
    {
        c.Box(0, top, 1200, 900 - top, c.Down(wood.Lit(0.1), wood.Shaded(0.2)));
        for (var i = -12; i < 26; i++)
            c.Line($"M{600 + (i - 7) * 62} {top} L{600 + (i - 7) * 150} 900", wood.Shaded(0.5), 2.2, 0.3);
        c.Glow(380, top + 60, 520, 110, "#fff1d0", 0.35);
    }

    private static void Picture(Canvas c, Dice dice, double x, double y)
    {
        c.Box(x + 8, y + 12, 210, 260, "#1b1430", 4, 0.18).Box(x, y, 210, 260, dice.Pick<Colour>("#6f5138", "#2f3034", "#d8b878"), 4).Box(x + 12, y + 12, 186, 236, "#f6efe2");
        c.Box(x + 34, y + 40, 142, 180, c.Down(dice.Pick<Colour>("#e6b98a", "#9ec3cf", "#d99a8a"), dice.Pick<Colour>("#b9654a", "#3d6f80", "#6b8a60")));
        c.Disc(x + 105, y + 110, 34, "#fff2d4", 0.85);
    }

    private static void Plant(Canvas c, Dice dice, double x, double y, double size) => c.Place(x, y, g =>
    {
        g.Shadow(0, 4, 90, 18);
        for (var i = 0; i < 13; i++)
        {
            var turn = -78 + i * 13;
            g.Place(0, -96, l => l.Shape($"M0 0 C-34 -70 -26 -150 0 -{dice.Whole(190, 250)} C26 -150 34 -70 0 0Z", ((Colour)(i % 2 == 0 ? "#4f7f56" : "#6d9a62")).Shaded(0.1 * (i % 3))), turn: turn * 0.8);
        }

        g.Shape($"M-58 -110 H58 L42 0 H-42Z", g.Across(new(0, "#d98a63"), new(0.4, "#c8744e"), new(1, "#8c4a33"))).Box(-64, -122, 128, 22, g.Across("#e09a72", "#9a553a"), 5);
    }, size);
}
