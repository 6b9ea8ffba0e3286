using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

internal static class Truck
{
    /// <summary>A lorry 1,080 wide about x = 0, its cab to the left, wheels on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        var paint = dice.Pick<Colour>("#f1f0ec", "#2f5f9f", "#c8382f", "#d9a22f", "#3f7a5a");
        c.Shadow(0, 0, 600, 36, 0.65);
        c.Box(-420, -170, 950, 50, "#23252b", 6).Box(-60, -130, 170, 70, c.Down("#6a6e75", "#2b2d33"), 8);
        if (dice.Chance(0.5))
            Box(c, dice);
        else
            Flatbed(c, dice);
        c.Shape($"M-530 -90 C-536 -240 -520 -380 -490 -500 C-486 -520 -470 -528 -450 -528 H-230 C-216 -528 -210 -520 -210 -506 V-90Z", c.Across(new(0, paint.Shaded(0.2)), new(0.15, paint.Lit(0.35)), new(0.6, paint), new(1, paint.Shaded(0.3))));
        c.Box(-536, -190, 330, 100, c.Down(paint.Shaded(0.15), paint.Shaded(0.5)), 8).Shape($"M-470 -490 H-300 V-320 H-504 C-498 -380 -486 -440 -470 -490Z", c.Down("#2b3a46", "#8fa6b0")).Shape($"M-460 -490 L-380 -490 L-460 -320 H-496Z", "#ffffff", 0.22).Line($"M-470 -490 H-300 V-320 H-504", "#15171b", 6, 0.8);
        c.Line($"M-290 -510 V-120 M-500 -310 H-290", paint.Shaded(0.6), 3, 0.5).Box(-330, -280, 28, 10, "#17181b", 5).Box(-556, -440, 20, 110, "#17181b", 8).Box(-534, -180, 40, 44, c.Across("#ffffff", "#9fb0bb"), 8).Box(-540, -110, 340, 36, "#2b2d33", 8).Box(-470, -560, 230, 34, c.Down(paint.Lit(0.4), paint.Shaded(0.1)), 14);
        foreach (var x in (double[])[-370, 250, 420])
        {
            c.Shape($"M{x - 112} -100 A112 112 0 0 1 {x + 112} -100 L{x + 100} -92 H{x - 100}Z", "#17181b");
            Wheel.Draw(c, x, -88, 88, 0, "#c2c6cb", 0);
            for (var i = 0; i < 8; i++)
                c.Place(x, -88, g => g.Disc(0, -32, 5, "#4a4d53"), turn: i * 45);
        }

        c.Box(500, -150, 22, 40, "#d8382f", 4);
    }

    private static void Box(Canvas c, Dice dice)
    {
        var skin = dice.Pick<Colour>("#f4f1ea", "#e6ebee", "#f0e2c8");
        var band = dice.Pick<Colour>("#3f8f83", "#e0873a", "#3f6f9f", "#c8453a");
        c.Box(-180, -600, 710, 440, c.Down(new(0, skin.Lit(0.4)), new(0.7, skin), new(1, skin.Shaded(0.25))), 6).Shape($"M-180 -300 C60 -380 300 -240 530 -340 V-230 C300 -150 60 -270 -180 -200Z", band, 0.9);
        for (var x = -92; x < 520; x += 88)
            c.Box(x, -596, 3, 432, skin.Shaded(0.5), opacity: 0.25);
        c.Box(-184, -604, 718, 14, "#b8bcc2", 4).Box(-184, -168, 718, 14, "#6a6e75", 4);
    }

    private static void Flatbed(Canvas c, Dice dice)
    {
        var wood = dice.Pick<Colour>("#8a5f3e", "#3f6f9f", "#a5432f");
        for (var i = 0; i < 5; i++)
            c.Disc(-60 + i * 126, -330 - i % 2 * 30, 90, c.Round(0.4, 0.3, 0.8, new(0, "#f0d08a"), new(1, "#b58a3f")));
        for (var i = 0; i < 3; i++)
            c.Box(-180, -330 + i * 54, 710, 48, c.Down(wood.Lit(0.25), wood.Shaded(0.2)), 3);
        for (var x = -176; x < 530; x += 140)
            c.Box(x, -340, 14, 180, "#3a3c42", 3);
    }
}
