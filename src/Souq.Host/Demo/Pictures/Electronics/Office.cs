using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Electronics;

internal static class Office
{
    /// <summary>A desk with a chair, a lamp and a computer, standing on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        var wood = dice.Pick<Colour>("#c49a68", "#a8744a", "#e6dccb", "#6b4a34");
        var seat = dice.Pick<Colour>("#2f5f6a", "#c8653a", "#4a4d57", "#7a8a5a");
        c.Shadow(0, 0, 560, 36, 0.55);
        c.Box(-500, -330, 1000, 26, c.Down(wood.Lit(0.4), wood.Shaded(0.2)), 4).Box(-470, -306, 24, 304, wood.Shaded(0.3)).Box(446, -306, 24, 304, wood.Shaded(0.4));
        c.Box(210, -306, 240, 210, c.Across(wood.Lit(0.2), wood.Shaded(0.15)), 3);
        for (var i = 0; i < 3; i++)
            c.Box(220, -298 + i * 68, 220, 60, c.Down(wood.Lit(0.3), wood), 3).Box(305, -272 + i * 68, 50, 8, "#4a3a2c", 4);
        c.Place(-60, -336, g => Screens.Laptop(g, dice), 0.5);
        c.Line($"M390 -340 L350 -470 L430 -560", "#3a3c42", 11).Shape($"M380 -590 L470 -556 L440 -500 L372 -540Z", c.Aslant("#e0a13b", "#a5652a")).Oval(390, -334, 54, 10, "#3a3c42").Glow(380, -430, 170, 130, "#ffe2a0", 0.5);
        c.Box(-430, -420, 60, 88, c.Across("#d98a63", "#8c4a33"), 8).Line($"M-416 -420 L-424 -490 M-400 -420 L-396 -500 M-384 -420 L-372 -484", "#3f8fc0", 7);
        c.Place(-90, 40, g => g.Shadow(0, 0, 170, 20, 0.5)
            .Line($"M0 -150 V-40 M0 -40 L-110 -6 M0 -40 L110 -6 M0 -40 L-30 4 M0 -40 L40 2", "#2b2d33", 15)
            .Box(-120, -190, 240, 50, g.Down(seat.Lit(0.3), seat.Shaded(0.3)), 22).Shape($"M-100 -480 C-60 -500 60 -500 100 -480 C116 -400 112 -300 96 -240 C50 -224 -50 -224 -96 -240 C-112 -300 -116 -400 -100 -480Z", g.Across(new(0, seat.Lit(0.15)), new(0.4, seat.Lit(0.35)), new(1, seat.Shaded(0.35)))).Box(-10, -250, 20, 70, "#2b2d33"));
    }
}
