using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Animals;

internal static class Birds
{
    /// <summary>Two parakeets or finches on a branch; the branch is at y = −200.</summary>
    public static void Pair(Canvas c, Dice dice)
    {
        c.Line($"M-640 -160 C-300 -210 100 -170 640 -230", "#5f4433", 38).Line($"M-640 -172 C-300 -222 100 -182 640 -242", "#a97850", 12, 0.8);
        foreach (var (x, y) in ((double, double)[])[(-480, -200), (430, -220), (540, -240), (-560, -180)])
            for (var i = 0; i < 4; i++)
                c.Place(x, y, g => g.Shape($"M0 0 C-34 -40 -30 -110 0 -140 C30 -110 34 -40 0 0Z", ((Colour)(i % 2 == 0 ? "#5f9a52" : "#7fb062")).Shaded(0.08 * i)), turn: -70 + i * 46);
        var (a, b) = (Plumage(dice), Plumage(dice));
        c.Place(-150, -190, g => One(g, a, dice), 0.98);
        c.Place(180, -196, g => One(g, b, dice), 0.9, flip: true);
    }

    private static (Colour Body, Colour Wing, Colour Head) Plumage(Dice dice) => dice.Pick<(Colour, Colour, Colour)>(
        ("#6fbf5a", "#3f8f4a", "#f0d84a"), ("#5fb4d8", "#2f6f9f", "#f4f1ea"), ("#f0d24a", "#c99a2f", "#f0e08a"), ("#e8875a", "#8a4f3a", "#c8352f"), ("#f4f1ea", "#c9c6c0", "#f4f1ea"));

    private static void One(Canvas c, (Colour Body, Colour Wing, Colour Head) plumage, Dice dice)
    {
        var (body, wing, head) = plumage;
        c.Shape($"M40 -90 C80 60 110 150 150 250 L110 262 C70 170 20 60 -10 -60Z", c.Down(wing, wing.Shaded(0.4)));
        c.Shape($"M-70 -390 C-140 -300 -140 -130 -60 -30 C0 10 70 -30 90 -110 C110 -210 70 -330 40 -390Z", c.Round(0.3, 0.35, 0.85, new(0, body.Lit(0.45)), new(0.6, body), new(1, body.Shaded(0.35))));
        c.Shape($"M-10 -320 C60 -310 110 -200 100 -90 C96 -20 80 20 60 50 C10 -40 -50 -160 -10 -320Z", c.Aslant(wing.Lit(0.25), wing.Shaded(0.35)));
        for (var i = 0; i < 6; i++)
            c.Line($"M{-8 + i * 6} {-270 + i * 48} C{30 + i * 4} {-250 + i * 48} {64 + i * 2} {-240 + i * 46} {92 - i * 3} {-230 + i * 44}", wing.Lit(0.6), 5, 0.5);
        c.Disc(-22, -402, 88, c.Round(0.36, 0.3, 0.85, new(0, head.Lit(0.45)), new(0.6, head), new(1, head.Shaded(0.28))));
        c.Shape($"M-100 -420 C-136 -416 -146 -384 -128 -360 C-112 -374 -96 -380 -88 -384Z", c.Across("#f0c070", "#b5783a")).Shape($"M-104 -424 C-96 -436 -84 -434 -82 -420 C-88 -410 -98 -410 -104 -424Z", plumage.Wing.Lit(0.3));
        c.Disc(-54, -418, 16, "#fffaf0").Disc(-55, -418, 11, "#17120f").Disc(-59, -422, 4, "#ffffff").Oval(-40, -366, 20, 12, wing, 0.6);
        c.Line($"M-34 -24 V6 M-10 -20 V8 M-50 6 H-16 M-22 10 H10", "#8d7a6a", 9);
        if (dice.Chance(0.5))
            c.Line($"M-30 -486 C-10 -520 20 -520 30 -500 M-14 -488 C10 -510 34 -500 40 -484", head.Shaded(0.15), 9);
    }
}
