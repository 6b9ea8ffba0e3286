using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Electronics;

/// <summary>What is on a screen, and the screens themselves, standing on y = 0.</summary>
internal static class Screens
{
    /// <summary>A television on a low sideboard.</summary>
    public static void Television(Canvas c, Dice dice)
    {
        var wood = dice.Pick<Colour>("#a8744a", "#ece6da", "#5f4433");
        c.Shadow(0, 0, 560, 36, 0.55);
        c.Box(-470, -150, 940, 130, c.Down(wood.Lit(0.35), wood.Shaded(0.15)), 6).Box(-480, -160, 960, 18, wood.Lit(0.45), 4);
        foreach (var x in (double[])[-455, -145, 165])
            c.Box(x, -128, 290, 94, c.Aslant(wood.Lit(0.2), wood.Shaded(0.2)), 4).Box(x + 125, -92, 40, 7, "#3a3026", 3);
        c.Box(-430, -22, 26, 22, wood.Shaded(0.5)).Box(404, -22, 26, 22, wood.Shaded(0.5));
        c.Shape($"M-250 -178 L-200 -226 H-186 L-220 -160 H-260Z M250 -178 L200 -226 H186 L220 -160 H260Z", "#1a1b1f");
        c.Shadow(0, -160, 420, 14, 0.4);
        c.Box(-420, -690, 840, 486, "#101114", 8).Box(-424, -694, 848, 494, "#3a3c42", 10, 0.4).Box(-416, -686, 832, 470, "#08090b", 4);
        Landscape(c, dice, -410, -680, 820, 458);
        c.Shape($"M-410 -680 H60 L-250 -222 H-410Z", "#ffffff", 0.06);
    }

    /// <summary>A monitor with keyboard and mouse.</summary>
    public static void Monitor(Canvas c, Dice dice)
    {
        c.Shadow(0, -30, 480, 40, 0.5);
        c.Shape($"M-110 -46 H110 L130 -24 H-130Z", c.Down("#c9cdd2", "#7d838b")).Shape($"M-40 -200 H40 L52 -40 H-52Z", c.Across("#d3d7db", "#777d85"));
        c.Box(-380, -630, 760, 450, c.Aslant("#3a3c42", "#121316"), 12);
        Landscape(c, dice, -368, -618, 736, 414);
        c.Shape($"M-368 -618 H40 L-220 -204 H-368Z", "#ffffff", 0.07).Box(-10, -197, 20, 8, "#c9cdd2", 3);
        Keyboard(c, -300, 16, 1);
        c.Shadow(300, 66, 60, 16, 0.5).Shape($"M262 62 C258 18 280 8 300 8 C320 8 342 18 338 62 C334 78 266 78 262 62Z", c.Aslant("#5a5d64", "#1c1d21")).Box(297, 16, 6, 20, "#8d949b", 3);
    }

    public static void Laptop(Canvas c, Dice dice)
    {
        var metal = dice.Pick<Colour>("#c3c7cc", "#8a8f97", "#3a3c42", "#d9cbb8");
        c.Shadow(0, 10, 620, 46, 0.6);
        c.Shape($"M-372 -560 C-372 -574 -364 -580 -352 -580 H352 C364 -580 372 -574 372 -560 L392 -104 H-392Z", c.Down(metal.Lit(0.2), metal.Shaded(0.4)));
        c.Shape($"M-360 -568 H360 L378 -116 H-378Z", "#0b0c0f");
        c.Clip($"M-346 -548 H346 L362 -134 H-362Z", g => Landscape(g, dice, -366, -552, 732, 420));
        c.Shape($"M-346 -548 H60 L-240 -134 H-362Z", "#ffffff", 0.08);
        c.Shape($"M-392 -104 H392 L520 -6 H-520Z", c.Down(new(0, metal.Shaded(0.2)), new(0.2, metal.Lit(0.25)), new(1, metal)));
        c.Shape($"M-520 -6 H520 L508 14 C506 18 500 20 494 20 H-494 C-500 20 -506 18 -508 14Z", c.Down(metal.Lit(0.3), metal.Shaded(0.45)));
        for (var row = 0; row < 5; row++)
        {
            var (y, half) = (-96 + row * 12.5, 350 + row * 16.0);
            for (var i = 0; i < 14; i++)
                c.Shape($"M{-half + i * half / 7 + 3} {y} h{half / 7 - 6} l2 9 h-{half / 7 - 2}Z", "#1b1c20", 0.88);
        }

        c.Shape($"M-120 -30 H120 L128 -10 H-128Z", metal.Shaded(0.18));
    }

    public static void Keyboard(Canvas c, double x, double y, double size) => c.Place(x, y, g =>
    {
        g.Shadow(260, 54, 300, 18, 0.45).Shape($"M14 0 H500 L516 56 H0Z", g.Down("#4a4d54", "#202126"));
        for (var row = 0; row < 4; row++)
            for (var i = 0; i < 15; i++)
                g.Box(20 - row * 3 + i * (31.4 + row * 0.4), 6 + row * 11.6, 27 + row * 0.4, 9, "#74787f", 2);
    }, size);

    /// <summary>A film still: hills, a lake, an evening sun.</summary>
    public static void Landscape(Canvas c, Dice dice, double x, double y, double w, double h)
    {
        var (top, low, land) = dice.Pick<(Colour, Colour, Colour)>(
            ("#2c4f86", "#f5b673", "#35305a"), ("#4d9bd6", "#e8f3ee", "#2f6a5c"), ("#3a2a5e", "#e8708a", "#231c40"), ("#78b8c8", "#fbe3b4", "#9a5a34"));
        c.Box(x, y, w, h, c.Down(top, low));
        c.Disc(x + w * 0.66, y + h * 0.52, h * 0.11, "#fff2cf", 0.95).Glow(x + w * 0.66, y + h * 0.52, h * 0.5, h * 0.5, "#fff2cf", 0.6);
        c.Shape($"M{x} {y + h * 0.66} L{x + w * 0.18} {y + h * 0.42} L{x + w * 0.3} {y + h * 0.56} L{x + w * 0.44} {y + h * 0.34} L{x + w * 0.62} {y + h * 0.62} L{x + w * 0.8} {y + h * 0.5} L{x + w} {y + h * 0.64} V{y + h * 0.72} H{x}Z", land.Mix(low, 0.45));
        c.Box(x, y + h * 0.7, w, h * 0.3, c.Down(low.Mix(land, 0.35), land));
        for (var i = 0; i < 9; i++)
            c.Box(x + w * 0.66 - h * (0.05 + i * 0.012), y + h * (0.72 + i * 0.028), h * (0.1 + i * 0.024), h * 0.008, "#fff2cf", 2, 0.8);
        c.Shape($"M{x} {y + h * 0.82} C{x + w * 0.2} {y + h * 0.7} {x + w * 0.36} {y + h * 0.86} {x + w * 0.5} {y + h * 0.96} L{x + w * 0.52} {y + h} H{x}Z", land.Shaded(0.4));
    }
}
