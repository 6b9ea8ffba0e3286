using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Backdrops;

/// <summary>A street of white houses with blue shutters, as in Algiers or Oran.</summary>
internal static class Street
{
    public static void Draw(Canvas c, Dice dice, Hour hour)
    {
        Sky.Draw(c, dice, hour, 560);
        c.Shape($"M0 400 L160 360 L330 398 L520 340 L700 390 L910 350 L1200 392 V620 H0Z", hour.Haze.Mix("#8fa6ae", 0.5));
        for (var x = dice.Between(-150, -30); x < 1200;)
        {
            var width = dice.Between(210, 330);
            House(c, dice, hour, x, width, dice.Between(330, 520));
            x += width + (dice.Chance(0.25) ? dice.Between(40, 100) : 0);
        }

        Greenery.Bushes(c, dice, -20, 1230, 636, 46, "#5d8a50", hour.Haze);
        if (dice.Chance(0.7))
            Greenery.Palm(c, dice, dice.Between(80, 1120), 640, dice.Between(380, 480), hour.Haze);
        c.Box(0, 628, 1200, 40, c.Down(((Colour)"#d9d0c2").Mix(hour.Haze, 0.3), ((Colour)"#b7ac9e").Mix(hour.Haze, 0.2)));
        c.Box(0, 664, 1200, 9, ((Colour)"#8f867b").Mix(hour.Top, 0.2));
        Outdoors.Paving(c, hour, 672, "#9a9a9c", "#66666c");
        for (var x = -60; x < 1200; x += 260)
            c.Shape($"M{x} 862 h150 l-8 16 h-152Z", "#f4efe4", 0.7);
    }

    private static void House(Canvas c, Dice dice, Hour hour, double x, double width, double height)
    {
        var top = 640 - height;
        var wall = ((Colour)dice.Pick("#fbf5ea", "#f4e6cf", "#f0d9c0", "#fdf8f0", "#e8d3b4", "#f3ddd0")).Mix(hour.Haze, hour.Evening ? 0.42 : 0.14);
        var shutter = ((Colour)dice.Pick("#2f6f9f", "#3c8a8a", "#4f7f5b", "#a5563c")).Mix(hour.Haze, 0.2);
        Colour glass = hour.Evening ? "#ffd98a" : "#6c8796";
        c.Box(x, top, width, height, c.Across(wall.Lit(0.25), wall.Shaded(0.14)));
        c.Box(x - 5, top - 10, width + 10, 14, wall.Lit(0.35)).Box(x, top + 4, width, 8, wall.Shaded(0.3), opacity: 0.5);
        var columns = (int)(width / 72);
        var step = width / columns;
        for (var y = top + 40; y < 640 - 130; y += 96)
            for (var i = 0; i < columns; i++)
                Window(c, dice, x + (i + 0.5) * step, y, shutter, glass, hour, wall);
        for (var i = 0; i < columns; i++)
        {
            var cx = x + (i + 0.5) * step;
            c.Shape($"M{cx - 25} 640 V566 A25 25 0 0 1 {cx + 25} 566 V640Z", i % 2 == 0 ? shutter.Shaded(0.3) : ((Colour)"#5a4a44").Mix(hour.Haze, 0.2));
            if (i % 2 == 1)
                c.Shape($"M{cx - 32} 566 h64 l10 26 h-84Z", dice.Pick<Colour>("#c8553d", "#e0a13b", "#3f8f83").Mix(hour.Haze, 0.2));
        }
    }

    private static void Window(Canvas c, Dice dice, double cx, double y, Colour shutter, Colour glass, Hour hour, Colour wall)
    {
        var lit = hour.Evening && dice.Chance(0.55);
        c.Box(cx - 15, y, 30, 50, lit ? glass : ((Colour)"#6c8796").Mix(hour.Haze, 0.2), 2);
        c.Box(cx - 29, y - 2, 14, 54, shutter, 1).Box(cx + 15, y - 2, 14, 54, shutter.Shaded(0.18), 1);
        c.Box(cx - 32, y + 52, 64, 6, wall.Lit(0.4)).Box(cx - 32, y + 58, 64, 5, wall.Shaded(0.35), opacity: 0.4);
        if (dice.Chance(0.3))
            c.Line($"M{cx - 30} {y + 34} H{cx + 30} M{cx - 30} {y + 52} V{y + 34} M{cx - 15} {y + 52} V{y + 34} M{cx} {y + 52} V{y + 34} M{cx + 15} {y + 52} V{y + 34} M{cx + 30} {y + 52} V{y + 34}", "#3a3f45", 2, 0.8);
    }
}
