using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

internal static class Motorcycle
{
    /// <summary>A motorcycle 900 wide about x = 0, its front to the left, wheels on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        var paint = dice.Pick<Colour>("#b8312f", "#1f3557", "#23252b", "#2f6f4a", "#d98a2f", "#e6e2da");
        var spokes = dice.Pick(6, 8, 10);
        c.Shadow(0, 0, 500, 30, 0.6);
        Wheel.Draw(c, -290, -150, 150, spokes, "#c2c6cb", 10);
        Wheel.Draw(c, 290, -150, 150, spokes, "#c2c6cb", 40);
        c.Line($"M290 -150 L40 -210", "#3a3c42", 30).Line($"M290 -158 L40 -218", "#8d949b", 6, 0.6);
        c.Line($"M-290 -150 L-196 -470", "#c9ced3", 22).Line($"M-294 -150 L-200 -470", "#ffffff", 6, 0.7).Line($"M-282 -176 L-236 -330", "#3a3c42", 30);
        c.Shape($"M-420 -250 C-390 -310 -300 -330 -220 -270 L-236 -246 C-300 -286 -370 -280 -420 -250Z", c.Down(paint.Lit(0.3), paint.Shaded(0.3)));
        c.Line($"M-190 -440 L-60 -150 H120 L180 -350", "#2b2d33", 20);
        Engine(c);
        c.Shape($"M-206 -444 C-190 -510 -60 -530 20 -500 C60 -486 80 -430 70 -396 C-10 -370 -120 -364 -176 -380 C-200 -390 -212 -420 -206 -444Z", c.Down(new(0, paint.Lit(0.55)), new(0.35, paint.Lit(0.05)), new(1, paint.Shaded(0.5)))).Glow(-90, -470, 100, 22, "#ffffff", 0.7).Line($"M-196 -420 C-120 -404 -20 -410 70 -430", "#f4efe4", 6, 0.8);
        c.Shape($"M60 -420 C120 -450 220 -440 300 -458 C330 -462 346 -440 330 -424 C250 -390 150 -370 66 -388Z", c.Down("#4a403a", "#17130f")).Line($"M80 -420 C150 -436 240 -428 316 -442", "#8a7a6a", 4, 0.6);
        c.Shape($"M240 -400 C300 -410 340 -420 372 -440 L384 -404 C340 -370 280 -360 236 -372Z", c.Down(paint.Lit(0.2), paint.Shaded(0.45))).Shape($"M366 -436 l34 -6 l4 26 l-30 10Z", "#d8382f");
        c.Line($"M190 -360 L276 -170", "#c9ced3", 12);
        for (var i = 0; i < 7; i++)
            c.Line($"M{186 + i * 10} {-330 + i * 20} l30 -10", "#e0482f", 7);
        c.Disc(-246, -430, 54, c.Aslant("#e6e8ea", "#5b6168")).Oval(-262, -430, 40, 46, c.Round(0.4, 0.4, 0.7, new(0, "#ffffff"), new(1, "#9fb4bf")));
        c.Line($"M-196 -476 L-150 -540 L-86 -546", "#c9ced3", 13).Line($"M-116 -544 L-66 -546", "#17181b", 24).Line($"M-170 -520 L-180 -600", "#6a6e75", 5).Oval(-184, -616, 32, 20, "#26272b").Disc(-176, -494, 22, "#17181b").Ring(-176, -494, 22, "#d5d8dc", 5);
    }

    private static void Engine(Canvas c)
    {
        c.Line($"M-80 -250 C-130 -180 -110 -110 -30 -96 C80 -84 200 -100 330 -140", "#9aa0a6", 28).Line($"M-80 -256 C-124 -190 -104 -122 -26 -106 C80 -94 200 -110 326 -150", "#f4f5f6", 8, 0.8).Box(180, -150, 200, 44, c.Down(new(0, "#eef0f2"), new(0.5, "#9aa0a6"), new(1, "#4a4d53")), 22);
        c.Shape($"M-110 -250 H120 L136 -130 H-84Z", c.Aslant("#6a6e75", "#202228"));
        for (var i = 0; i < 7; i++)
            c.Box(-104 + i * 2, -372 + i * 18, 130, 10, c.Across("#c9ced3", "#6a6e75"), 4);
        c.Disc(40, -180, 58, c.Round(0.4, 0.3, 0.8, new(0, "#d5d8dc"), new(1, "#4a4d53"))).Ring(40, -180, 42, "#3a3c42", 4, 0.6).Disc(-50, -170, 34, c.Aslant("#b8bcc2", "#4a4d53"));
    }
}
