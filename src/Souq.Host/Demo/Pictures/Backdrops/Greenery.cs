using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Backdrops;

internal static class Greenery
{
    /// <summary>A date palm whose foot is at the point.</summary>
    public static void Palm(Canvas c, Dice dice, double x, double y, double height, Colour shade)
    {
        var lean = dice.Between(-0.08, 0.08) * height;
        var (tx, ty) = (x + lean, y - height);
        c.Line($"M{x} {y} Q{x + lean * 0.2} {y - height * 0.5} {tx} {ty}", ((Colour)"#8b6a4c").Mix(shade, 0.25), height * 0.055);
        c.Line($"M{x - 3} {y} Q{x + lean * 0.2 - 3} {y - height * 0.5} {tx - 2} {ty}", ((Colour)"#b48f69").Mix(shade, 0.2), height * 0.016, 0.8);
        for (var i = 0; i < 11; i++)
        {
            var angle = Math.PI * (i / 10.0) * 1.24 - Math.PI * 0.12;
            var (dx, dy) = (Math.Cos(angle), -Math.Sin(angle));
            var reach = height * dice.Between(0.36, 0.46);
            var green = ((Colour)(i % 2 == 0 ? "#3f7a46" : "#5f9a52")).Mix(shade, 0.25);
            var (ex, ey) = (tx + dx * reach, ty + dy * reach * 0.55 + reach * 0.42);
            c.Shape($"M{tx} {ty} Q{tx + dx * reach * 0.6} {ty + dy * reach * 0.8 - reach * 0.1} {ex} {ey} Q{tx + dx * reach * 0.45} {ty + dy * reach * 0.5 + reach * 0.08} {tx} {ty}Z", green);
        }
    }

    /// <summary>A row of round bushes along a line.</summary>
    public static void Bushes(Canvas c, Dice dice, double from, double to, double y, double size, Colour green, Colour shade)
    {
        for (var x = from; x < to; x += size * 0.75)
        {
            var r = size * dice.Between(0.45, 0.8);
            var colour = green.Mix(shade, dice.Between(0.05, 0.3));
            c.Disc(x, y - r * 0.55, r, colour);
            c.Glow(x - r * 0.3, y - r * 0.95, r * 0.75, r * 0.6, colour.Lit(0.6), 0.55);
        }
    }

    /// <summary>An olive tree whose foot is at the point.</summary>
    public static void Olive(Canvas c, Dice dice, double x, double y, double size, Colour shade)
    {
        c.Shadow(x + size * 0.1, y, size * 0.7, size * 0.1, 0.35);
        c.Shape($"M{x - size * 0.08} {y} C{x - size * 0.02} {y - size * 0.3} {x - size * 0.12} {y - size * 0.4} {x - size * 0.2} {y - size * 0.6} L{x + size * 0.2} {y - size * 0.6} C{x + size * 0.06} {y - size * 0.4} {x + size * 0.03} {y - size * 0.2} {x + size * 0.1} {y}Z", ((Colour)"#7a6248").Mix(shade, 0.2));
        for (var i = 0; i < 9; i++)
        {
            var (dx, dy) = (dice.Between(-0.5, 0.5) * size, dice.Between(-1.05, -0.5) * size);
            var r = size * dice.Between(0.2, 0.32);
            var colour = ((Colour)dice.Pick("#6f8a55", "#7f9a64", "#5d7a4c")).Mix(shade, 0.15);
            c.Disc(x + dx, y + dy, r, colour).Glow(x + dx - r * 0.3, y + dy - r * 0.4, r * 0.8, r * 0.7, colour.Lit(0.6), 0.5);
        }
    }
}
