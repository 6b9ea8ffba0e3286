using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Home;

/// <summary>Kitchen machines, standing on y = 0.</summary>
internal static class Fridge
{
    public static void Draw(Canvas c, Dice dice)
    {
        var steel = dice.Pick<Colour>("#c5cace", "#f1f1ee", "#4a4d53", "#a9322f", "#cfd8d4");
        var pair = dice.Chance(0.35);
        var half = pair ? 220 : 160;
        c.Shadow(0, 0, half * 1.5, 34, 0.65);
        c.Shape($"M{half} -664 l46 24 V-26 l-46 18Z", c.Down(steel.Shaded(0.35), steel.Shaded(0.55)));
        c.Box(-half, -676, half * 2, 668, c.Across(new(0, steel.Shaded(0.12)), new(0.18, steel.Lit(0.55)), new(0.42, steel.Lit(0.12)), new(0.8, steel.Lit(0.28)), new(1, steel.Shaded(0.22))), 14);
        if (pair)
            c.Box(-3, -676, 6, 668, "#15161a", opacity: 0.7);
        else
            c.Box(-half, dice.Pick(-470, -250), half * 2, 7, "#15161a", opacity: 0.7);
        foreach (var x in pair ? (double[])[-30, 16] : [half - 44.0])
            foreach (var (y, h) in pair ? ((double, double)[])[(-520, 330)] : [(-640, 130), (-440, 170)])
                c.Box(x + 4, y + 4, 14, h, "#000000", 7, 0.35).Box(x, y, 14, h, c.Across("#f5f6f7", "#83898f"), 7);
        if (dice.Chance(0.5) || pair)
            c.Box(-half + 50, -560, 84, 120, "#17191d", 10).Box(-half + 60, -548, 64, 30, c.Aslant("#3aa0c8", "#123a52"), 4).Box(-half + 66, -500, 52, 48, "#2b2e33", 6);
        c.Shape($"M{-half} -676 L{-half + half * 0.9} -676 L{-half} -230Z", "#ffffff", 0.14);
        c.Box(-half + 8, -14, half * 2 - 16, 14, "#1b1c20", 3);
    }

    public static void Washer(Canvas c, Dice dice)
    {
        var metal = dice.Pick<Colour>("#f4f4f1", "#f4f4f1", "#c9cdd1", "#44474d");
        c.Shadow(0, 0, 360, 34, 0.65);
        c.Box(-230, -530, 460, 524, c.Across(new(0, metal.Shaded(0.06)), new(0.2, metal.Lit(0.5)), new(1, metal.Shaded(0.2))), 16);
        c.Box(-230, -530, 460, 92, c.Down(metal.Lit(0.5), metal.Shaded(0.06)), 16).Box(-230, -440, 460, 3, "#2a2c31", opacity: 0.4);
        c.Box(-206, -512, 132, 56, metal.Shaded(0.08), 6).Box(-190, -474, 100, 8, metal.Shaded(0.3), 4);
        c.Disc(8, -484, 32, c.Aslant("#ffffff", "#8d949b")).Ring(8, -484, 32, "#5b6168", 2).Box(6, -512, 4, 16, "#30343a");
        c.Box(70, -508, 130, 48, "#14181d", 6);
        c.Line($"M84 -484 h30 M84 -474 h20", "#64d0e8", 4, 0.9).Disc(160, -484, 12, "#64d0e8", 0.85);
        c.Disc(0, -232, 172, c.Aslant("#fbfbfb", "#80868d")).Disc(0, -232, 150, "#3b3f46");
        c.Disc(0, -232, 134, c.Round(0.4, 0.35, 0.75, new(0, "#5f7784"), new(0.6, "#25323b"), new(1, "#0f151a")));
        c.Clip($"M-134 -232 A134 134 0 0 0 134 -232 Z", g =>
        {
            foreach (var (x, y, r) in ((double, double, double)[])[(-70, -178, 56), (10, -150, 62), (74, -190, 50), (-20, -190, 40)])
                g.Disc(x, y, r, dice.Pick<Colour>("#d9795a", "#e8c56a", "#7fa8b8", "#f2e8dc", "#8a9f6a"), 0.85).Glow(x - r * 0.3, y - r * 0.4, r * 0.7, r * 0.5, "#ffffff", 0.3);
        });
        c.Shape($"M-110 -290 C-80 -340 -20 -356 30 -350 C-20 -320 -70 -280 -92 -210Z", "#ffffff", 0.3);
        c.Box(136, -262, 26, 62, c.Across("#eceff1", "#7f868d"), 12);
        c.Box(-200, -40, 90, 24, metal.Shaded(0.14), 4);
    }
}
