using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

internal static class Scooter
{
    /// <summary>A scooter 800 wide about x = 0, its front to the left, wheels on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        var paint = dice.Pick<Colour>("#c8453a", "#f1ede4", "#3f8f9a", "#2b2f36", "#e0a13b", "#7fae9a");
        var skin = c.Down(new(0, paint.Lit(0.45)), new(0.4, paint), new(1, paint.Shaded(0.4)));
        c.Shadow(0, 0, 440, 28, 0.6);
        Wheel.Draw(c, -280, -90, 90, 5, "#c9ced3", 20);
        Wheel.Draw(c, 230, -90, 90, 5, "#c9ced3", 50);
        c.Line($"M-280 -90 L-200 -420 L-180 -500", "#8d949b", 20).Shape($"M-396 -160 C-380 -220 -250 -220 -210 -140 L-236 -120 C-260 -170 -330 -180 -380 -140Z", skin);
        c.Shape($"M-226 -430 C-250 -330 -250 -220 -210 -130 L-160 -70 H20 V-120 H-120 C-160 -180 -180 -300 -160 -420Z", skin).Shape($"M-196 -410 C-206 -300 -190 -200 -140 -110 L-120 -110 C-160 -190 -176 -300 -160 -420Z", paint.Shaded(0.45));
        c.Shape($"M10 -70 C0 -200 60 -290 140 -320 H350 C390 -290 380 -230 340 -210 C330 -150 250 -130 200 -120 C150 -110 120 -60 110 -60Z", skin).Line($"M60 -180 C120 -250 220 -260 350 -250", paint.Lit(0.8), 6, 0.6);
        c.Shape($"M70 -320 C90 -370 180 -372 240 -356 C300 -360 360 -350 386 -322 C380 -304 350 -300 330 -300 H110 C90 -300 66 -304 70 -320Z", c.Down("#5a4a3f", "#1f1915")).Shape($"M340 -260 l50 -10 l4 36 l-44 6Z", "#d8382f");
        c.Box(-160, -80, 190, 26, "#3a3c42", 8).Shape($"M130 -130 H330 C350 -120 350 -100 330 -92 H170Z", c.Down("#e6e8ea", "#4a4d53"));
        c.Shape($"M-262 -500 C-250 -560 -160 -560 -130 -510 C-140 -470 -190 -440 -230 -440Z", skin).Disc(-236, -494, 36, c.Round(0.4, 0.4, 0.7, new(0, "#ffffff"), new(1, "#9fb4bf"))).Ring(-236, -494, 36, "#8d949b", 6);
        c.Line($"M-170 -520 L-100 -540", "#8d949b", 12).Line($"M-128 -534 L-84 -546", "#17181b", 22).Line($"M-180 -540 L-150 -640", "#5b6168", 5).Disc(-146, -650, 26, "#26272b").Disc(-146, -650, 19, "#9fb4bf");
        c.Glow(-200, -260, 40, 120, "#ffffff", 0.3).Glow(200, -270, 130, 40, "#ffffff", 0.3);
    }
}
