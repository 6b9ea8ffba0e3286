using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Property;

internal static class Beach
{
    /// <summary>A bungalow on the sand; fills the canvas.</summary>
    public static void Draw(Canvas c, Dice dice, Hour hour)
    {
        Sky.Draw(c, dice, hour, 430);
        c.Shape($"M0 430 C120 372 300 350 420 392 L470 430Z", hour.Haze.Mix("#4f6f86", 0.45));
        c.Box(0, 428, 1200, 170, c.Down(((Colour)"#6fc0cf").Mix(hour.Low, 0.4), ((Colour)"#2a92ac").Mix(hour.Top, 0.15)));
        for (var i = 0; i < 40; i++)
            c.Box(dice.Between(0, 1200), dice.Between(436, 570), dice.Between(20, 80), 2.6, "#fff7e2", 2, dice.Between(0.2, 0.7));
        c.Shape($"M0 590 C200 560 420 610 640 580 S1040 600 1200 566 V900 H0Z", c.Down(((Colour)"#f3ddb0").Mix(hour.Haze, 0.15), ((Colour)"#d9b27c").Mix(hour.Top, 0.12))).Line($"M0 590 C200 560 420 610 640 580 S1040 600 1200 566", "#fffdf4", 10, 0.85);
        Bungalow(c, dice, hour);
        Greenery.Palm(c, dice, 1120, 740, 520, hour.Haze);
        Parasol(c, dice.Pick<Colour>("#e0573f", "#f0b03f", "#3f8fc0", "#3f9a8a"));
    }

    private static void Bungalow(Canvas c, Dice dice, Hour hour)
    {
        var wall = dice.Pick<Colour>("#fdf8ee", "#dfeff0", "#f6e3c4");
        var paint = dice.Pick<Colour>("#2f7f9f", "#3f8f83", "#c8653a");
        c.Shadow(830, 752, 360, 30, 0.5);
        foreach (var x in (double[])[600, 760, 920, 1050])
            c.Box(x, 690, 16, 62, "#8a6a4a");
        c.Box(570, 676, 520, 24, c.Down("#d9b07a", "#9a7048"), 3).Box(640, 470, 420, 208, c.Across(wall.Lit(0.4), wall.Shaded(0.15)));
        for (var y = 492; y < 676; y += 22)
            c.Line($"M640 {y} H1060", wall.Shaded(0.4), 2, 0.3);
        c.Shape($"M580 480 L690 350 H1010 L1110 480Z", c.Down("#d9a45a", "#a5743c"));
        for (var x = 600; x < 1100; x += 16)
            c.Line($"M{x} 478 L{690 + (x - 580) * 0.6} 354", "#7a5230", 3, 0.35);
        c.Box(700, 540, 80, 136, paint, 4).Box(710, 552, 60, 60, hour.Evening ? "#ffd98a" : "#a9cfd8", 3);
        c.Box(840, 540, 160, 84, hour.Evening ? c.Down("#ffe9b0", "#f0a850") : c.Aslant("#c4e2e8", "#5f8f9c"), 3).Line($"M840 540 h160 v84 h-160Z M920 540 v84", paint, 8).Box(812, 536, 24, 92, paint.Lit(0.15), 2).Box(1004, 536, 24, 92, paint.Shaded(0.1), 2);
        for (var x = 572; x < 700; x += 24)
            c.Box(x, 610, 7, 66, wall.Shaded(0.1));
        c.Box(566, 602, 134, 10, wall).Shape($"M700 700 L660 770 H820 L780 700Z", c.Down("#d9b07a", "#a97a4c"));
    }

    private static void Parasol(Canvas c, Colour cloth)
    {
        c.Shadow(250, 812, 220, 26, 0.45).Line($"M240 810 L270 520", "#f4efe4", 10);
        c.Shape($"M70 600 C100 480 220 420 290 440 C380 460 450 540 460 630 C400 600 350 604 330 626 C290 590 240 588 210 606 C170 580 110 580 70 600Z", c.Across(cloth.Lit(0.3), cloth.Shaded(0.15))).Shape($"M290 440 C250 480 220 540 210 606 C240 588 290 590 330 626 C340 560 320 480 290 440Z", "#fffaf0", 0.9);
        c.Shape($"M110 800 L330 760 L350 776 L130 820Z", "#f4efe4").Shape($"M330 760 L420 690 L436 700 L350 776Z", cloth.Lit(0.2)).Line($"M140 816 l-8 30 M330 782 l8 34", "#a9815a", 9);
    }
}
