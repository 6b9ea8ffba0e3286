using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Electronics;

/// <summary>Telephones and tablets, standing on y = 0.</summary>
internal static class Phones
{
    private static Colour Case(Dice dice) => dice.Pick<Colour>("#2b2d33", "#e9e6df", "#3b5d86", "#c9a98f", "#4a6b5d", "#7a6a94", "#b8bcc2", "#c4574a");

    /// <summary>Its back and its face side by side.</summary>
    public static void Pair(Canvas c, Dice dice)
    {
        var shell = Case(dice);
        c.Shadow(-40, 2, 420, 34, 0.6);
        c.Place(-150, -6, g => Back(g, dice, shell), 0.98, turn: -7);
        c.Place(120, 0, g => Face(g, dice, shell, 300, 620, 46), 1, turn: 4);
    }

    /// <summary>With the box it came in, and its charger.</summary>
    public static void WithBox(Canvas c, Dice dice)
    {
        var shell = Case(dice);
        c.Shadow(60, 2, 480, 36, 0.6);
        var box = dice.Pick<Colour>("#f4f2ed", "#2b2d33", "#e8e1d4");
        c.Shape($"M40 -420 L330 -390 V-4 H40Z", c.Across(box.Lit(0.3), box.Shaded(0.14))).Shape($"M330 -390 L388 -420 V-28 L330 -4Z", box.Shaded(0.32)).Shape($"M40 -420 L104 -446 L388 -420 L330 -390Z", box.Lit(0.4));
        c.Place(186, -60, g => Back(g, dice, shell), 0.44, turn: 2);
        c.Place(-150, 0, g => Face(g, dice, shell, 300, 620, 46), 0.98, turn: -5);
        c.Line($"M420 -8 C480 -60 520 10 450 20 S360 30 420 40", "#f4f2ee", 9).Box(396, -22, 56, 40, "#ffffff", 8);
    }

    public static void Tablet(Canvas c, Dice dice)
    {
        var shell = Case(dice);
        c.Shadow(0, 2, 520, 36, 0.6);
        c.Place(-20, 0, g => Face(g, dice, shell, 760, 540, 38), 1, turn: -2);
        c.Place(250, 14, g => g
            .Box(0, -14, 420, 13, g.Down("#ffffff", "#b8bcc0"), 6).Shape($"M420 -14 L446 -8 L420 -1Z", "#5b6168"), 1, turn: -8);
    }

    internal static void Face(Canvas c, Dice dice, Colour shell, double width, double height, double round)
    {
        var (x, y) = (-width / 2, -height);
        c.Box(x - 5, y + 5, width + 12, height, "#0b0a12", round, 0.35);
        c.Box(x - 4, y - 4, width + 8, height + 8, c.Aslant(shell.Lit(0.6), shell.Shaded(0.4)), round + 4).Box(x, y, width, height, "#0b0c0f", round);
        Screen(c, dice, x + 12, y + 12, width - 24, height - 24, round - 10);
        c.Box(-34, y + 24, 68, 18, "#0b0c0f", 9);
        c.Clip($"M{x + 12} {y + 12} H{x + width * 0.62} L{x + 12} {y + height * 0.72}Z", g => g.Box(x + 12, y + 12, width, height, "#ffffff", round - 10, 0.10));
    }

    private static void Screen(Canvas c, Dice dice, double x, double y, double width, double height, double round)
    {
        var (top, low) = dice.Pick<(Colour, Colour)>(("#f2b27a", "#7a4a86"), ("#69b5c9", "#274a7a"), ("#f5d08a", "#c9564a"), ("#9fd0b0", "#2f6f7a"), ("#d9a0b8", "#5a4a94"));
        c.Box(x, y, width, height, c.Down(top, low), round);
        c.Clip($"M{x} {y + height * 0.5} H{x + width} V{y + height - round} Q{x + width} {y + height} {x + width - round} {y + height} H{x + round} Q{x} {y + height} {x} {y + height - round}Z", g => g
            .Shape($"M{x} {y + height * 0.78} C{x + width * 0.3} {y + height * 0.6} {x + width * 0.6} {y + height * 0.9} {x + width} {y + height * 0.66} V{y + height} H{x}Z", low.Shaded(0.3), 0.7)
            .Shape($"M{x} {y + height * 0.9} C{x + width * 0.4} {y + height * 0.74} {x + width * 0.7} {y + height} {x + width} {y + height * 0.82} V{y + height} H{x}Z", low.Shaded(0.55), 0.8));
        c.Disc(x + width * 0.7, y + height * 0.3, Math.Min(width, height) * 0.12, "#fff4d8", 0.85);
        var columns = width > height ? 6 : 4;
        var step = width / (columns + 0.4);
        for (var i = 0; i < columns; i++)
            c.Box(x + step * (i + 0.36), y + height - step * 0.95, step * 0.66, step * 0.66, dice.Pick<Colour>("#f6f2ea", "#e2685a", "#4f9ac0", "#5fae7a", "#f0b84a", "#3b3f4a"), step * 0.17, 0.94);
        c.Box(x + width * 0.3, y + height * 0.12, width * 0.4, height * 0.045, "#ffffff", 6, 0.9).Box(x + width * 0.38, y + height * 0.19, width * 0.24, height * 0.016, "#ffffff", 4, 0.7);
    }

    internal static void Back(Canvas c, Dice dice, Colour shell)
    {
        c.Box(-155, -615, 312, 622, "#0b0a12", 48, 0.35);
        c.Box(-154, -624, 308, 628, c.Aslant(shell.Lit(0.7), shell.Shaded(0.45)), 50).Box(-150, -620, 300, 620, c.Aslant(new(0, shell.Lit(0.32)), new(0.45, shell), new(1, shell.Shaded(0.3))), 46);
        var lenses = dice.Whole(2, 4);
        c.Box(-128, -598, 132, 60 + 62 * ((lenses + 1) / 2), c.Aslant(shell.Lit(0.2), shell.Shaded(0.28)), 32);
        for (var i = 0; i < lenses; i++)
        {
            var (x, y) = (-96 + i % 2 * 66, -560 + i / 2 * 68 + i % 2 * (lenses == 3 ? 34 : 0));
            c.Disc(x, y, 28, shell.Shaded(0.5)).Disc(x, y, 23, "#0d0f14").Disc(x, y, 13, c.Round(0.4, 0.35, 0.7, new(0, "#5a7ab0"), new(1, "#0c0f1c"))).Disc(x - 6, y - 6, 4, "#ffffff", 0.8);
        }

        c.Disc(40, -570, 10, "#fff3cf");
        c.Shape($"M-150 -574 C-150 -606 -134 -620 -104 -620 H60 L-150 -180Z", "#ffffff", 0.10);
    }
}
