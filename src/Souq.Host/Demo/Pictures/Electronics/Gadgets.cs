using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Electronics;

/// <summary>Game console, computer tower, headphones, camera; standing on y = 0.</summary>
internal static class Gadgets
{
    public static void Console(Canvas c, Dice dice)
    {
        var shell = dice.Pick<Colour>("#f1f2f4", "#26282e", "#f1f2f4");
        var glow = dice.Pick<Colour>("#4fb4ff", "#6fe0a0", "#ff9a4f");
        c.Shadow(-120, 0, 260, 30, 0.6);
        c.Shape($"M-260 -560 C-180 -590 -80 -590 -10 -560 L-28 -10 H-242Z", c.Across("#17181c", "#3a3c43"));
        c.Shape($"M-276 -580 C-236 -596 -200 -596 -180 -588 L-196 -6 C-220 -2 -246 -4 -258 -10Z", c.Across(shell.Lit(0.3), shell.Shaded(0.2)));
        c.Shape($"M-90 -588 C-60 -600 -20 -594 10 -576 L-18 -8 C-40 -2 -66 -2 -80 -8Z", c.Across(shell.Lit(0.1), shell.Shaded(0.35)));
        c.Line($"M-176 -580 L-190 -14 M-94 -582 L-84 -14", glow, 6, 0.9).Box(-150, -120, 30, 8, glow, 4, 0.9);
        c.Box(-172, -470, 66, 7, "#08090b", 3).Box(-148, -180, 26, 12, "#0a0b0d", 3);
        Pad(c, 190, -20, shell, glow, 1.05, -6);
        if (dice.Chance(0.6))
            Pad(c, 330, 50, "#2b2d34", glow, 0.95, 8);
    }

    private static void Pad(Canvas c, double x, double y, Colour shell, Colour glow, double size, double turn) => c.Place(x, y, g =>
    {
        g.Shadow(0, -6, 220, 26, 0.5);
        g.Shape($"M-110 -170 C-60 -186 60 -186 110 -170 C160 -150 196 -20 180 -4 C160 14 120 -30 92 -66 H-92 C-120 -30 -160 14 -180 -4 C-196 -20 -160 -150 -110 -170Z", g.Down(new(0, shell.Lit(0.4)), new(0.5, shell), new(1, shell.Shaded(0.45))));
        g.Box(-50, -172, 100, 60, shell.Shaded(0.12), 10).Line($"M-50 -116 H50", glow, 4, 0.9);
        foreach (var sx in (double[])[-62, 62])
            g.Disc(sx, -84, 33, "#15161a").Disc(sx, -88, 25, g.Round(0.4, 0.3, 0.8, new(0, "#5a5d64"), new(1, "#1b1c20")));
        g.Box(-134, -142, 14, 46, "#2f3238", 4).Box(-150, -126, 46, 14, "#2f3238", 4);
        foreach (var (dx, dy, colour) in ((double, double, string)[])[(0, -20, "#5fae7a"), (20, 0, "#e2685a"), (0, 20, "#4f8fd0"), (-20, 0, "#d08ac0")])
            g.Disc(128 + dx, -120 + dy, 10, "#22242a").Disc(128 + dx, -121 + dy, 6.5, (Colour)colour);
    }, size, turn: turn);

    public static void Tower(Canvas c, Dice dice)
    {
        var glow = dice.Pick<Colour>("#58c8ff", "#c070ff", "#ff7a5a", "#6fe0a0");
        c.Shadow(-200, -4, 260, 34, 0.6);
        c.Shape($"M-370 -580 L-80 -560 V-6 L-370 0Z", c.Across("#2b2d33", "#16171b")).Shape($"M-80 -560 L-30 -574 V-28 L-80 -6Z", "#0c0d10");
        c.Clip($"M-346 -552 L-104 -536 V-36 L-346 -28Z", g =>
        {
            g.Box(-350, -560, 260, 560, g.Aslant("#1c2430", "#0b0d12"));
            foreach (var (x, y, r) in ((double, double, double)[])[(-176, -440, 62), (-176, -290, 62), (-290, -420, 42)])
            {
                g.Glow(x, y, r * 2, r * 2, glow, 0.6).Ring(x, y, r, glow, 6).Disc(x, y, r * 0.25, "#2b2d33");
                for (var i = 0; i < 7; i++)
                    g.Place(x, y, k => k.Shape($"M0 -8 Q{r * 0.5} {-r * 0.5} {r * 0.1} {-r * 0.88} Q{-r * 0.1} {-r * 0.4} 0 -8Z", "#9aa6b4", 0.5), turn: i * 51.4);
            }

            g.Box(-340, -210, 220, 52, g.Down("#3a3f4a", "#1a1d24"), 6).Box(-330, -176, 200, 6, glow, 3, 0.9);
            g.Shape($"M-346 -552 H-240 L-346 -300Z", "#ffffff", 0.08);
        });
        c.Place(210, -26, g => Screens.Monitor(g, dice), 0.66);
    }

    public static void Headphones(Canvas c, Dice dice)
    {
        var skin = dice.Pick<Colour>("#2b2d33", "#ece8e0", "#b8574a", "#3b5d86", "#c9a98f");
        c.Shadow(0, 0, 300, 34, 0.6);
        c.Line($"M-190 -190 C-210 -520 210 -520 190 -190", skin.Shaded(0.35), 44).Line($"M-190 -196 C-208 -512 208 -512 190 -196", skin.Lit(0.2), 26).Line($"M-172 -300 C-150 -470 60 -490 120 -420", skin.Lit(0.75), 7, 0.6);
        foreach (var side in (int[])[-1, 1])
            c.Place(side * 186, -130, g => g
                .Box(-92, -118, 76, 236, g.Across("#1a1b1f", "#44474e"), 38)
                .Box(-44, -132, 104, 264, g.Across(new(0, skin.Lit(0.35)), new(0.5, skin), new(1, skin.Shaded(0.45))), 50)
                .Add($"<rect x='-22' y='-100' width='58' height='200' rx='29' fill='none' stroke='{skin.Lit(0.6)}' stroke-opacity='0.4' stroke-width='4'/>"), 1, flip: side < 0);
    }

    public static void Camera(Canvas c, Dice dice)
    {
        var skin = dice.Pick<Colour>("#26272b", "#26272b", "#7a5236", "#4a4d53");
        c.Shadow(0, 0, 400, 34, 0.6);
        c.Box(-300, -330, 600, 326, c.Down("#4a4c52", "#17181b"), 34).Shape($"M-110 -330 L-80 -410 H80 L110 -330Z", c.Down("#5a5d63", "#2a2b30"));
        c.Box(-300, -250, 600, 190, c.Down(skin.Lit(0.12), skin.Shaded(0.4)), 6).Box(-260, -352, 90, 26, "#6a6e75", 8).Disc(210, -346, 36, c.Across("#8d949b", "#3a3c42"));
        c.Disc(20, -166, 176, c.Aslant("#5a5d63", "#101114")).Disc(20, -166, 150, "#1a1b1f").Ring(20, -166, 162, "#8d949b", 4, 0.6).Disc(20, -166, 112, "#0a0b0d");
        c.Disc(20, -166, 94, c.Round(0.4, 0.35, 0.7, new(0, "#7a6ab0"), new(0.4, "#27406a"), new(1, "#05060a"))).Shape($"M-40 -220 C-20 -244 20 -250 40 -244 C10 -232 -20 -206 -30 -180Z", "#ffffff", 0.55).Disc(60, -120, 12, "#ffffff", 0.25);
        c.Box(-276, -300, 70, 36, "#0d0e11", 6).Disc(-250, -366, 13, "#b8bcc2");
    }
}
