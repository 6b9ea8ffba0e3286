using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

/// <summary>What tells one car from another of the same body style.</summary>
internal sealed record CarLook(CarShape Shape, Colour Paint, Colour Rim, int Spokes, double Turn, bool ChromeLine, bool Lamps)
{
    public static CarLook Any(Dice dice, CarShape shape) => new(
        shape,
        dice.Pick<Colour>("#f2f1ee", "#f2f1ee", "#c3c7cc", "#c3c7cc", "#7d848c", "#2d3036", "#b3262b", "#23538f", "#1f3557", "#6f1d2a", "#d9b98a", "#3f6b57", "#e0742f"),
        dice.Pick<Colour>("#d5d8dc", "#c2c6cb", "#8f949b", "#4a4d53"), dice.Pick(5, 5, 7, 8, 10), dice.Between(0, 72), dice.Chance(0.5), dice.Chance(0.3));
}

internal static class CarSide
{
    /// <summary>Draws the car in the box of its shape, on y = 400.</summary>
    public static void Draw(Canvas c, CarLook look)
    {
        var s = look.Shape;
        c.Shadow(500, 398, 560, 40, 0.62).Shadow(s.FrontWheel, 400, 130, 22, 0.6).Shadow(s.RearWheel, 400, 130, 22, 0.6);
        Arch(c, s.FrontWheel, s);
        Arch(c, s.RearWheel, s);
        var body = $"{s.Upper} {FormattableString.Invariant(Sill(s))}Z";
        var paint = look.Paint;
        c.Shape($"{body}", c.Down(new(0, paint.Lit(0.42)), new(0.34, paint.Lit(0.12)), new(0.46, paint), new(0.62, paint.Shaded(0.16)), new(0.86, paint.Shaded(0.42)), new(1, paint.Shaded(0.6))));
        c.Clip($"{body}", g => Flank(g, look));
        Glass(c, look);
        c.Line($"{s.Doors}", paint.Shaded(0.75), 2.6, 0.55).Line($"{s.Doors}", paint.Lit(0.7), 1.2, 0.25);
        Details(c, look);
        var wheelY = 400 - s.WheelRadius;
        Wheel.Draw(c, s.FrontWheel, wheelY, s.WheelRadius, look.Spokes, look.Rim, look.Turn);
        Wheel.Draw(c, s.RearWheel, wheelY, s.WheelRadius, look.Spokes, look.Rim, look.Turn + 17);
    }

    private static FormattableString Sill(CarShape s)
    {
        var r = s.WheelRadius * 1.17;
        var reach = Math.Sqrt(r * r - Math.Pow(s.Sill - 400 + s.WheelRadius, 2));
        return $"L{s.RearWheel + reach} {s.Sill} A{r} {r} 0 1 0 {s.RearWheel - reach} {s.Sill} L{s.FrontWheel + reach} {s.Sill} A{r} {r} 0 1 0 {s.FrontWheel - reach} {s.Sill}";
    }

    private static void Arch(Canvas c, double x, CarShape s) => c.Disc(x, 400 - s.WheelRadius, s.WheelRadius * 1.2, "#0c0c10");

    /// <summary>Light and reflections on the paint: bright shoulder, the ground mirrored below, dark sills.</summary>
    private static void Flank(Canvas g, CarLook look)
    {
        var s = look.Shape;
        g.Line($"{s.Crease}", look.Paint.Lit(0.85), 7, 0.5);
        g.Place(0, 7, k => k.Line($"{s.Crease}", look.Paint.Shaded(0.7), 8, 0.28));
        g.Glow(250, 205, 210, 26, "#ffffff", 0.55).Glow(640, 215, 320, 16, "#ffffff", 0.30);
        g.Shape($"M0 318 C300 300 700 300 1000 316 V420 H0Z", look.Paint.Shaded(0.75), 0.35);
        g.Glow(520, 352, 420, 34, look.Paint.Lit(0.5), 0.25);
        g.Box(0, s.Sill - 24, 1000, 60, s.Cladding ? "#26272b" : look.Paint.Shaded(0.82), opacity: s.Cladding ? 1 : 0.75);
        if (s.Cladding)
            foreach (var x in (double[])[s.FrontWheel, s.RearWheel])
                g.Ring(x, 400 - s.WheelRadius, s.WheelRadius * 1.21, "#26272b", 15);
        g.Shape($"M0 300 C40 306 70 312 96 330 V420 H0Z", "#1c1d21", 0.55).Shape($"M1000 306 C960 312 930 318 906 334 V420 H1000Z", "#1c1d21", 0.5);
        // The nose and the tail turn away from the light.
        g.Box(0, 0, 110, 420, g.Across(new Stop(0, "#14121f", 0.38), new Stop(1, "#14121f", 0))).Box(900, 0, 110, 420, g.Across(new Stop(0, "#14121f", 0), new Stop(1, "#14121f", 0.42)));
    }

    private static void Glass(Canvas c, CarLook look)
    {
        var s = look.Shape;
        c.Shape($"{s.Glass}", c.Down(new(0, "#23303b"), new(0.55, "#40535f"), new(1, "#71868f")));
        c.Clip($"{s.Glass}", g =>
        {
            // Seats and steering wheel as one guesses them behind tinted glass.
            foreach (var (x, y) in s.Handles)
                g.Shape($"M{x - 44} {y + 10} C{x - 60} {y - 40} {x - 40} {y - 76} {x - 16} {y - 74} C{x + 4} {y - 72} {x + 6} {y - 40} {x + 4} {y + 10}Z", "#10161c", 0.6);
            g.Shape($"M330 230 L470 40 L540 40 L400 230Z", "#ffffff", 0.20).Shape($"M430 230 L560 40 L580 40 L452 230Z", "#ffffff", 0.14);
            g.Shape($"M640 230 L760 40 L850 40 L740 230Z", "#ffffff", 0.14);
            g.Line($"{s.Pillars}", look.Paint.Shaded(0.85), 15);
        });
        c.Line($"{s.Glass}", "#111317", 5, 0.85);
        if (look.ChromeLine)
            c.Place(0, 2, g => g.Line($"{s.Glass}", "#dfe3e6", 2, 0.55));
    }

    private static void Details(Canvas c, CarLook look)
    {
        var s = look.Shape;
        foreach (var (x, y) in s.Handles)
            c.Box(x, y, 46, 10, look.ChromeLine ? "#d9dcdf" : look.Paint.Shaded(0.35), 5).Box(x, y + 8, 46, 4, "#000000", 2, 0.35);
        var (mx, my) = s.Mirror;
        c.Shape($"M{mx} {my + 4} C{mx - 6} {my - 22} {mx + 26} {my - 30} {mx + 40} {my - 16} C{mx + 44} {my} {mx + 30} {my + 8} {mx} {my + 4}Z", c.Down(look.Paint.Lit(0.4), look.Paint.Shaded(0.4)));
        c.Shape($"{s.HeadLamp}", c.Across(new(0, "#f6fbff"), new(0.5, "#b9c7d2"), new(1, "#5c6a76"))).Line($"{s.HeadLamp}", "#20242a", 2.5, 0.7);
        c.Shape($"{s.TailLamp}", c.Down("#e8564a", "#8e1420")).Line($"{s.TailLamp}", "#3a0d12", 2, 0.6);
        if (s.Extra.Length > 0)
            c.Line($"{s.Extra}", "#1e2024", 7).Line($"{s.Extra}", "#8d949b", 2.4, 0.8);
        if (look.Lamps)
            c.Glow(70, s.Sill - 108, 120, 60, "#fff6d0", 0.75);
    }
}
