using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Backdrops;

/// <summary>The hour of the day outdoors: what the sky, far things and shadows look like.</summary>
internal sealed record Hour(Colour Top, Colour Middle, Colour Low, Colour Haze, double SunX, double SunY, double Warmth, bool Evening = false)
{
    public static Hour Morning { get; } = new("#6fb1de", "#b5d9ee", "#f3ead6", "#cfe0e6", 250, 190, 0.35);
    public static Hour Noon { get; } = new("#4d9bd6", "#9ccdec", "#e3f1f4", "#c5dde8", 320, 90, 0.15);
    public static Hour Golden { get; } = new("#7fa6c9", "#f2c791", "#fde3b4", "#eec79a", 230, 330, 0.9);
    public static Hour Dusk { get; } = new("#2c3666", "#a0658a", "#f0936a", "#8a6486", 260, 470, 0.55, Evening: true);

    public static Hour Any(Dice dice) => dice.Pick(Morning, Noon, Noon, Golden, Golden, Dusk);

    public static Hour Day(Dice dice) => dice.Pick(Morning, Noon, Golden);
}

internal static class Sky
{
    /// <summary>Sky and sun, down to the horizon.</summary>
    public static void Draw(Canvas c, Dice dice, Hour hour, double horizon)
    {
        c.Box(0, 0, Canvas.Width, horizon + 2, c.Down(new(0, hour.Top), new(0.62, hour.Middle), new(1, hour.Low)));
        c.Glow(hour.SunX, hour.SunY, 520, 420, "#fff4d6", hour.Evening ? 0.55 : 0.75);
        if (hour.Evening || hour.Warmth > 0.8)
            c.Disc(hour.SunX, hour.SunY, 42, "#fff6df", 0.95);
        for (var i = dice.Whole(2, 4); i > 0; i--)
            Cloud(c, dice, hour, dice.Between(0, 1200), dice.Between(60, horizon * 0.55), dice.Between(0.6, 1.4));
    }

    private static void Cloud(Canvas c, Dice dice, Hour hour, double x, double y, double size)
    {
        var colour = hour.Evening ? hour.Low.Mix(hour.Top, 0.25) : hour.Low.Lit(0.7);
        for (var i = 0; i < 6; i++)
            c.Glow(x + (i - 2.5) * 52 * size, y + dice.Between(-16, 16) * size, 110 * size, 34 * size, colour, hour.Evening ? 0.4 : 0.55);
    }
}
