using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Backdrops;

/// <summary>Places under the sky. Whatever stands there has its feet at about <see cref="Ground"/>.</summary>
internal static class Outdoors
{
    public const double Ground = 775;

    public static Action<Canvas> Any(Dice dice, Hour hour) => dice.Pick<Action<Canvas>>(
        c => Street.Draw(c, dice, hour), c => Street.Draw(c, dice, hour), c => Coast(c, dice, hour), c => Desert(c, dice, hour), c => Hills(c, dice, hour));

    /// <summary>A promenade by the sea.</summary>
    public static void Coast(Canvas c, Dice dice, Hour hour)
    {
        Sky.Draw(c, dice, hour, 420);
        c.Shape($"M700 420 C780 372 860 360 930 336 C1000 318 1080 344 1200 322 V424 H700Z", hour.Haze.Mix("#4f6f86", 0.45));
        c.Shape($"M930 420 C1010 392 1100 388 1200 372 V424 H930Z", hour.Haze.Mix("#3f5f68", 0.6));
        c.Box(0, 418, 1200, 170, c.Down(((Colour)"#5fb0c4").Mix(hour.Low, 0.45), ((Colour)"#1f7f9c").Mix(hour.Top, 0.2)));
        for (var i = 0; i < 46; i++)
        {
            var y = dice.Between(424, 575);
            var spread = (y - 400) * 1.9;
            c.Box(hour.SunX + dice.Between(-spread, spread), y, dice.Between(20, 90), 2.6, "#fff7e2", 2, dice.Between(0.25, 0.8));
        }

        c.Box(0, 560, 1200, 100, c.Down(((Colour)"#f6efe2").Mix(hour.Haze, 0.2), ((Colour)"#cdbfae").Mix(hour.Haze, 0.2)));
        for (var x = -20; x < 1200; x += 58)
            c.Shape($"M{x + 12} 640 V606 A17 17 0 0 1 {x + 46} 606 V640Z", ((Colour)"#8fa9b0").Mix(hour.Haze, 0.3));
        c.Box(0, 552, 1200, 14, ((Colour)"#fffaf0").Mix(hour.Haze, 0.15));
        Paving(c, hour, 650, "#cabfae", "#9c9184");
        Greenery.Palm(c, dice, dice.Between(60, 200), 655, 430, hour.Haze);
        Greenery.Palm(c, dice, dice.Between(1000, 1150), 655, 500, hour.Haze);
    }

    /// <summary>A track at the foot of the dunes.</summary>
    public static void Desert(Canvas c, Dice dice, Hour hour)
    {
        Sky.Draw(c, dice, hour, 520);
        Dune(c, hour, 470, 250, "#d9a066", 0.45);
        Dune(c, hour, 560, 820, "#dc9a58", 0.25);
        Dune(c, hour, 610, 380, "#e0a35f", 0.08);
        c.Box(0, 640, 1200, 260, c.Down(((Colour)"#e2ae70").Mix(hour.Haze, 0.12), ((Colour)"#b98250").Mix(hour.Top, 0.12)));
        for (var i = 0; i < 16; i++)
        {
            var y = 655 + i * i * 1.1;
            c.Line($"M-20 {y} C200 {y - 10} 420 {y + 12} 640 {y} S1060 {y - 8} 1240 {y + 6}", "#8a5a34", 2.2, 0.20);
        }
    }

    /// <summary>A terrace with olive trees before blue hills.</summary>
    public static void Hills(Canvas c, Dice dice, Hour hour)
    {
        Sky.Draw(c, dice, hour, 480);
        c.Shape($"M0 430 C120 330 220 300 330 250 C420 300 520 350 640 310 C760 240 860 210 960 268 C1060 320 1140 340 1200 330 V620 H0Z", hour.Haze.Mix("#6f8fb0", 0.55));
        c.Shape($"M0 470 C180 400 300 430 450 390 C600 350 760 420 900 382 C1030 350 1120 380 1200 360 V660 H0Z", hour.Haze.Mix("#5c8480", 0.7));
        c.Shape($"M0 560 C200 500 380 520 560 492 C760 470 960 520 1200 470 V680 H0Z", hour.Haze.Mix("#6f9055", 0.8));
        for (var i = 0; i < 5; i++)
            Greenery.Olive(c, dice, 110 + i * 250 + dice.Between(-60, 60), dice.Between(590, 650), dice.Between(90, 150), hour.Haze);
        Paving(c, hour, 640, "#c9b48f", "#9b8462");
    }

    internal static void Paving(Canvas c, Hour hour, double top, Colour far, Colour near) =>
        c.Box(0, top, 1200, 900 - top, c.Down(far.Mix(hour.Haze, 0.25), near.Mix(hour.Top, hour.Evening ? 0.35 : 0.08)))
            .Glow(350, top + 60, 760, 110, hour.Low, 0.35);

    private static void Dune(Canvas c, Hour hour, double y, double peak, Colour sand, double haze)
    {
        var lit = sand.Mix(hour.Haze, haze).Lit(0.25);
        c.Shape($"M-40 {y + 60} C{peak - 260} {y} {peak - 120} {y - 90} {peak} {y - 130} C{peak + 160} {y - 60} {peak + 300} {y} 1260 {y + 40} V720 H-40Z", lit);
        c.Shape($"M{peak} {y - 130} C{peak + 160} {y - 60} {peak + 300} {y} 1260 {y + 40} V720 H{peak + 120} C{peak + 40} {y + 90} {peak + 80} {y - 40} {peak} {y - 130}Z", sand.Mix(hour.Haze, haze).Mix("#7a4630", 0.35));
    }
}
