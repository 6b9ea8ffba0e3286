using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Animals;

internal static class Cat
{
    /// <summary>A cat that sits and looks at you, on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        var fur = dice.Pick<Colour>("#d9934f", "#8d8a88", "#f1e8da", "#3a3634", "#b99a78", "#c9c2ba");
        var stripes = fur.R is > 90 and < 235 && dice.Chance(0.75);
        var white = dice.Chance(0.6);
        var eye = dice.Pick<Colour>("#8fb04a", "#e0a83a", "#5fa8c8");
        c.Shadow(20, 0, 330, 36, 0.6);
        c.Line($"M150 -60 C300 -60 330 -160 280 -250 C262 -284 236 -270 240 -240", fur.Shaded(0.2), 52).Line($"M160 -66 C288 -66 312 -160 268 -246", fur.Lit(0.15), 20, 0.6);
        var body = "M-150 0 C-210 -60 -190 -220 -120 -330 C-90 -380 90 -380 120 -330 C190 -220 210 -60 150 0Z";
        c.Shape($"{body}", c.Across(new(0, fur.Lit(0.15)), new(0.4, fur.Lit(0.1)), new(1, fur.Shaded(0.35))));
        c.Clip($"{body}", g =>
        {
            if (white)
                g.Oval(0, -190, 76, 170, "#fbf5ea", 0.92);
            if (stripes)
                for (var i = 0; i < 5; i++)
                    g.Line($"M-200 {-300 + i * 62} C-150 {-290 + i * 62} -130 {-270 + i * 62} -104 {-276 + i * 62} M200 {-300 + i * 62} C150 {-290 + i * 62} 130 {-270 + i * 62} 104 {-276 + i * 62}", fur.Shaded(0.5), 15, 0.55);
        });
        foreach (var side in (int[])[-1, 1])
        {
            c.Oval(side * 130, -56, 74, 66, c.Round(0.4, 0.3, 0.8, new(0, fur.Lit(0.2)), new(1, fur.Shaded(0.3))));
            c.Shape($"M{side * 22} -230 C{side * 86} -220 {side * 84} -60 {side * 88} -14 C{side * 76} 6 {side * 24} 6 {side * 14} -14Z", c.Down(fur.Lit(0.12), fur.Shaded(0.1))).Oval(side * 52, -14, 46, 24, white ? "#fbf5ea" : fur.Lit(0.25)).Line($"M{side * 40} -16 V2 M{side * 60} -16 V2", fur.Shaded(0.5), 3, 0.5);
        }

        c.Place(0, -440, g => Head(g, fur, stripes, white, eye));
        if (dice.Chance(0.5))
            c.Line($"M-96 -330 C-40 -304 40 -304 96 -330", dice.Pick<Colour>("#c8453a", "#2f6f9f", "#3f8f6a"), 16).Disc(0, -298, 17, c.Round(0.35, 0.3, 0.8, new(0, "#fff3c4"), new(1, "#c9963a")));
    }

    private static void Head(Canvas c, Colour fur, bool stripes, bool white, Colour eye)
    {
        foreach (var side in (int[])[-1, 1])
            c.Shape($"M{side * 150} -20 C{side * 168} -110 {side * 160} -170 {side * 142} -190 C{side * 96} -160 {side * 50} -120 {side * 30} -96Z", c.Down(fur.Lit(0.15), fur.Shaded(0.15))).Shape($"M{side * 132} -60 C{side * 146} -110 {side * 142} -140 {side * 132} -158 C{side * 104} -136 {side * 76} -110 {side * 62} -92Z", "#e3a596", 0.9);
        c.Shape($"M0 -118 C100 -120 170 -60 168 10 C166 84 90 122 0 122 C-90 122 -166 84 -168 10 C-170 -60 -100 -120 0 -118Z", c.Round(0.4, 0.3, 0.85, new(0, fur.Lit(0.3)), new(0.6, fur), new(1, fur.Shaded(0.3))));
        if (stripes)
            c.Line($"M0 -112 V-56 M-36 -108 L-26 -62 M36 -108 L26 -62 M-164 0 L-116 8 M-160 36 L-112 34 M164 0 L116 8 M160 36 L112 34", fur.Shaded(0.5), 13, 0.6);
        if (white)
            c.Shape($"M0 -50 C24 10 90 30 84 70 C74 112 30 120 0 120 C-30 120 -74 112 -84 70 C-90 30 -24 10 0 -50Z", "#fbf5ea", 0.95);
        foreach (var side in (int[])[-1, 1])
        {
            c.Oval(side * 72, -8, 36, 34, "#1f1a17").Oval(side * 72, -7, 32, 30, c.Round(0.5, 0.4, 0.6, new(0, eye.Lit(0.4)), new(1, eye.Shaded(0.2)))).Oval(side * 72, -7, 11, 27, "#14110f").Disc(side * 72 - 10, -18, 7, "#ffffff");
            foreach (var (dy, end) in ((double, double)[])[(48, 30), (58, 58), (68, 86)])
                c.Line($"M{side * 46} {dy} C{side * 100} {dy - 10} {side * 150} {end - 14} {side * 210} {end}", "#fffaf0", 3, 0.85);
        }

        c.Shape($"M-18 34 H18 C16 48 6 54 0 56 C-6 54 -16 48 -18 34Z", "#d97a72").Line($"M0 56 V70 M0 70 C-10 86 -34 86 -40 72 M0 70 C10 86 34 86 40 72", "#4a342c", 4.5, 0.85);
    }
}
