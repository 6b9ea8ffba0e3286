using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

internal static class Wheel
{
    /// <summary>A tyre on an alloy rim.</summary>
    /// <param name="spokes">0 for a plain steel disc.</param>
    public static void Draw(Canvas c, double x, double y, double r, int spokes, Colour rim, double turn)
    {
        c.Disc(x, y, r, c.Round(0.4, 0.3, 0.8, new(0, "#3a3a3e"), new(0.7, "#1d1d21"), new(1, "#121215")));
        c.Ring(x, y, r * 0.84, "#55555b", r * 0.02, 0.6).Ring(x, y, r * 0.93, "#000000", r * 0.03, 0.35);
        c.Disc(x, y, r * 0.69, "#17171b");
        c.Disc(x, y, r * 0.40, c.Aslant("#6d7076", "#3b3d42")).Ring(x, y, r * 0.31, "#2a2b30", r * 0.03, 0.6);
        if (spokes == 0)
            c.Disc(x, y, r * 0.66, c.Aslant(rim.Lit(0.3), rim.Shaded(0.3))).Ring(x, y, r * 0.42, rim.Shaded(0.4), r * 0.05, 0.5);
        for (var i = 0; i < spokes; i++)
        {
            var angle = turn + i * 360.0 / spokes;
            c.Place(x, y, g => g
                .Shape($"M{-r * 0.07} {-r * 0.1} L{-r * 0.13} {-r * 0.66} L{r * 0.13} {-r * 0.66} L{r * 0.07} {-r * 0.1}Z", rim.Shaded(0.12 + 0.1 * (i % 2)))
                .Shape($"M{-r * 0.05} {-r * 0.1} L{-r * 0.10} {-r * 0.65} L{r * 0.03} {-r * 0.65} L{r * 0.02} {-r * 0.1}Z", rim.Lit(0.35)), turn: angle);
        }

        c.Ring(x, y, r * 0.65, c.Aslant(rim.Lit(0.6), rim.Shaded(0.35)), r * 0.07);
        c.Disc(x, y, r * 0.14, c.Aslant(rim.Lit(0.5), rim.Shaded(0.3))).Disc(x, y, r * 0.07, "#3a3b40");
    }
}
