using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Home;
using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Property;

/// <summary>Rooms as an agent photographs them: from a corner, with the shutters open.</summary>
internal static class Rooms
{
    public static void Living(Canvas c, Dice dice)
    {
        Shell(c, dice, out var wall);
        View(c, dice, 90, 120, 400, 400, wall);
        Rug(c, dice, 640, 800, 470, 74);
        c.Place(700, 740, g => Sofa.Draw(g, dice), 0.72);
        Lamp(c, 1090, 700);
        c.Shadow(600, 850, 190, 18, 0.4).Box(440, 790, 320, 22, c.Down("#c99a68", "#8a5f3e"), 6).Box(462, 810, 12, 46, "#5f4433").Box(726, 810, 12, 46, "#5f4433");
        c.Box(560, 766, 80, 10, "#3f7f9c", 2).Box(566, 756, 70, 10, "#e0a13b", 2).Shape($"M668 790 l6 -34 h24 l6 34Z", "#f4efe6").Disc(686, 748, 18, "#5f9a52");
    }

    public static void Bedroom(Canvas c, Dice dice)
    {
        Shell(c, dice, out var wall);
        View(c, dice, 80, 130, 300, 380, wall);
        var cloth = dice.Pick<Colour>("#7f9aa8", "#c9876a", "#8a9a7a", "#b89ab0", "#d8b878");
        var wood = dice.Pick<Colour>("#a8744a", "#6f4c34", "#d2b08a");
        c.Shadow(740, 850, 500, 40, 0.5);
        c.Box(440, 360, 600, 300, c.Down(wood.Lit(0.3), wood.Shaded(0.2)), 18);
        foreach (var x in (double[])[490, 760])
            c.Box(x, 486, 230, 120, c.Aslant("#ffffff", "#cfc8be"), 40).Box(x + 24, 520, 180, 90, c.Aslant(cloth.Lit(0.5), cloth), 34);
        c.Shape($"M430 600 C600 570 880 570 1050 600 L1110 830 C900 860 580 860 370 830Z", c.Down(new(0, "#fbf7f0"), new(0.25, "#ece4d8"), new(0.26, cloth.Lit(0.3)), new(1, cloth.Shaded(0.25))));
        c.Line($"M520 660 C500 720 500 780 510 840 M740 664 V850 M960 660 C990 720 990 790 980 842", cloth.Shaded(0.4), 4, 0.22).Box(388, 828, 704, 26, wood.Shaded(0.3), 6);
        c.Box(1076, 560, 110, 150, c.Down(wood.Lit(0.25), wood.Shaded(0.25)), 5).Shape($"M1106 490 h56 l-12 -60 h-32Z", "#fff0c8").Box(1130, 490, 8, 70, "#8d7a5a").Glow(1134, 470, 150, 130, "#ffe2a0", 0.6);
        c.Box(620, 130, 250, 160, "#fbf7f0", 4).Box(634, 144, 222, 132, c.Down("#e8b98a", "#7f9aa8"));
    }

    public static void Cooking(Canvas c, Dice dice)
    {
        Shell(c, dice, out _);
        var front = dice.Pick<Colour>("#f1ede4", "#3f6f6a", "#c9a878", "#8a9aa4", "#a5583f");
        c.Box(0, 330, 1200, 150, "#eef1ee");
        for (var x = 0; x < 1200; x += 50)
            for (var y = 330; y < 480; y += 50)
                c.Box(x + 2, y + 2, 46, 46, c.Aslant("#ffffff", "#d5dfdf"), 2);
        for (var i = 0; i < 5; i++)
        {
            var x = 20 + i * 190;
            if (i is 2)
                c.Shape($"M{x + 10} 330 h160 l-40 -90 v-150 h-80 v150Z", c.Across("#e2e5e8", "#8d949b"));
            else
                c.Box(x, 90, 180, 230, c.Across(front.Lit(0.35), front.Shaded(0.06)), 4).Box(x + 80, 296, 30, 7, "#8d949b", 3);
            c.Box(x, 520, 180, 240, c.Across(front.Lit(0.25), front.Shaded(0.12)), 4).Box(x + 70, 540, 40, 8, "#8d949b", 3);
        }

        c.Box(0, 480, 980, 36, c.Down("#5a5450", "#2b2826"), 3).Box(420, 538, 140, 150, "#17181b", 6).Box(432, 560, 116, 100, c.Aslant("#5a4a3a", "#1a1614"), 4).Box(430, 472, 120, 9, "#0d0e10", 3);
        c.Shape($"M440 470 h84 v-44 h-84Z", c.Across("#d5d8dc", "#8d949b")).Line($"M440 436 h-26 M524 436 h26", "#4a4d53", 7);
        c.Line($"M700 480 V404 C700 380 746 380 746 410", "#b8bec4", 9).Box(640, 476, 150, 8, "#c5cace", 3);
        c.Place(1062, 776, g => Fridge.Draw(g, dice), 0.84);
        foreach (var (x, colour) in ((double, string)[])[(90, "#e0a13b"), (130, "#c8553d"), (168, "#5f9a52")])
            c.Box(x, 436, 30, 44, (Colour)colour, 8);
    }

    private static void Shell(Canvas c, Dice dice, out Colour wall)
    {
        wall = dice.Pick<Colour>("#f1e8da", "#e6ded2", "#dfe4dd", "#e9ddd2", "#e2e4e8");
        var floor = dice.Pick<Colour>("#c09468", "#a97850", "#d8cfc2", "#b9a48c");
        c.Box(0, 0, 1200, 900, c.Across(wall.Lit(0.4), wall.Shaded(0.1))).Shape($"M0 0 H1200 L1120 54 H80Z", wall.Lit(0.65));
        c.Shape($"M1120 54 L1200 0 V900 L1120 690Z", wall.Shaded(0.2)).Shape($"M80 54 L0 0 V900 L80 690Z", wall.Shaded(0.06));
        c.Shape($"M80 690 H1120 L1200 760 V900 H0 V760Z", c.Down(floor.Lit(0.2), floor.Shaded(0.14))).Box(80, 676, 1040, 14, wall.Lit(0.7));
        for (var i = 0; i < 13; i++)
            c.Line($"M{80 + i * 86.6} 690 L{-260 + i * 143} 900", floor.Shaded(0.5), 2, 0.25);
    }

    private static void View(Canvas c, Dice dice, double x, double y, double w, double h, Colour wall)
    {
        c.Box(x - 14, y - 14, w + 28, h + 28, wall.Lit(0.8), 4);
        c.Clip($"M{x} {y} h{w} v{h} h{-w}Z", g => g.Place(x, y, k => Outdoors.Coast(k, dice, Hour.Morning), 0.62));
        c.Box(x + w / 2 - 5, y, 10, h, wall.Lit(0.8)).Box(x, y + h * 0.32, w, 8, wall.Lit(0.8));
        c.Shape($"M{x - 46} {y - 36} C{x - 20} {y + h * 0.4} {x - 40} {y + h * 0.8} {x - 60} {y + h + 130} H{x + 60} C{x + 40} {y + h * 0.6} {x + 66} {y + h * 0.3} {x + 76} {y - 36}Z", "#fffaf0", 0.86);
        c.Shape($"M{x + w + 46} {y - 36} C{x + w + 20} {y + h * 0.4} {x + w + 40} {y + h * 0.8} {x + w + 60} {y + h + 130} H{x + w - 60} C{x + w - 40} {y + h * 0.6} {x + w - 66} {y + h * 0.3} {x + w - 76} {y - 36}Z", "#fbf3e6", 0.86);
        c.Box(x - 80, y - 44, w + 160, 12, "#8a6a4a", 6).Shape($"M{x + 40} 730 L{x + w} 700 L{x + w + 320} 900 H{x + 160}Z", "#fff1cf", 0.32);
    }

    private static void Rug(Canvas c, Dice dice, double cx, double cy, double rx, double ry)
    {
        var wool = dice.Pick<Colour>("#a5402f", "#e8dcc4", "#3f5f7a", "#b9843f");
        c.Shape($"M{cx - rx * 0.86} {cy - ry} H{cx + rx * 0.86} L{cx + rx} {cy + ry} H{cx - rx}Z", wool).Shape($"M{cx - rx * 0.80} {cy - ry * 0.8} H{cx + rx * 0.80} L{cx + rx * 0.92} {cy + ry * 0.8} H{cx - rx * 0.92}Z", wool.Lit(0.3));
        for (var i = -5; i <= 5; i++)
            c.Shape($"M{cx + i * rx * 0.15} {cy - ry * 0.6} l{rx * 0.06} {ry * 0.6} l{-rx * 0.06} {ry * 0.6} l{-rx * 0.06} {-ry * 0.6}Z", i % 2 == 0 ? wool.Shaded(0.35) : wool);
    }

    private static void Lamp(Canvas c, double x, double y)
    {
        c.Shadow(x, y, 60, 10).Box(x - 5, y - 380, 10, 380, "#5a4a3a").Box(x - 40, y - 8, 80, 10, "#4a3a2c", 5).Glow(x, y - 420, 230, 200, "#ffe2a0", 0.5).Shape($"M{x - 70} {y - 360} L{x - 44} {y - 480} H{x + 44} L{x + 70} {y - 360}Z", c.Down("#fff6dc", "#f0cf94"));
    }
}
