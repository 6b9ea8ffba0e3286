using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Various;

/// <summary>Things that fit nowhere else, standing on y = 0.</summary>
internal static class Pottery
{
    /// <summary>Painted jars, as from Kabylia.</summary>
    public static void Jars(Canvas c, Dice dice)
    {
        c.Shadow(0, 4, 500, 40, 0.55);
        Jar(c, dice, -220, 1.0);
        Jar(c, dice, 210, 0.72);
        c.Place(20, 30, g => Bowl(g, dice));
    }

    /// <summary>A brass tea set on a tray.</summary>
    public static void TeaSet(Canvas c, Dice dice)
    {
        var metal = dice.Pick<Colour>("#d8a84a", "#c9ced3", "#c98a5a");
        c.Shadow(0, 6, 540, 44, 0.55).Oval(0, -20, 500, 70, c.Across(metal.Lit(0.5), metal.Shaded(0.35))).Oval(0, -28, 470, 58, c.Across(metal.Shaded(0.15), metal.Lit(0.4)));
        c.Line($"M70 -400 C190 -420 210 -200 90 -170", metal.Shaded(0.35), 26).Line($"M72 -404 C182 -418 200 -206 92 -176", metal.Lit(0.4), 9);
        c.Line($"M-190 -190 C-280 -210 -250 -330 -340 -380", metal.Shaded(0.2), 34).Line($"M-194 -196 C-276 -214 -252 -330 -340 -384", metal.Lit(0.6), 9, 0.8);
        c.Shape($"M-140 -390 C-230 -330 -250 -140 -130 -50 H50 C170 -140 150 -330 60 -390Z", c.Across(new(0, metal.Shaded(0.3)), new(0.3, metal.Lit(0.75)), new(0.55, metal), new(1, metal.Shaded(0.5))));
        c.Shape($"M-130 -392 C-120 -460 -90 -500 -40 -520 C10 -500 40 -460 50 -392Z", c.Across(new(0, metal.Shaded(0.2)), new(0.3, metal.Lit(0.7)), new(1, metal.Shaded(0.4)))).Disc(-40, -540, 22, metal).Box(-150, -404, 220, 18, metal.Shaded(0.25), 8);
        for (var i = 0; i < 9; i++)
            c.Shape($"M{-190 + i * 36} -226 l16 22 l-16 22 l-16 -22Z", metal.Shaded(0.45), 0.6);
        foreach (var (x, y) in ((double, double)[])[(220, -30), (330, -12), (-330, -14)])
            c.Shape($"M{x - 44} {y - 120} H{x + 44} L{x + 34} {y} H{x - 34}Z", "#ffffff", 0.35).Shape($"M{x - 41} {y - 92} H{x + 41} L{x + 34} {y} H{x - 34}Z", c.Down("#d99a3f", "#8a4f1f"), 0.85).Line($"M{x - 44} {y - 120} H{x + 44} M{x - 42} {y - 104} H{x + 42}", "#e6c27a", 5).Shape($"M{x - 6} {y - 96} C{x - 24} {y - 150} {x + 6} {y - 170} {x + 20} {y - 150} C{x + 26} {y - 120} {x + 6} {y - 110} {x} {y - 96}Z", "#5f9a52");
    }

    private static void Jar(Canvas c, Dice dice, double x, double size) => c.Place(x, 0, g =>
    {
        var clay = dice.Pick<Colour>("#d8c09a", "#c87f56", "#e6d2b0", "#b5654a");
        Colour ink = dice.Pick<Colour>("#3a2418", "#7a2f22", "#26343f");
        var body = "M-84 -560 C-90 -500 -220 -420 -220 -250 C-220 -110 -140 -20 -90 0 H90 C140 -20 220 -110 220 -250 C220 -420 90 -500 84 -560Z";
        foreach (var side in (int[])[-1, 1])
            g.Line($"M{side * 90} -530 C{side * 210} -540 {side * 220} -440 {side * 170} -390", clay.Shaded(0.2), 30).Line($"M{side * 90} -536 C{side * 200} -544 {side * 208} -450 {side * 164} -396", clay.Lit(0.3), 9, 0.7);
        g.Shape($"{body}", g.Across(new(0, clay.Shaded(0.2)), new(0.28, clay.Lit(0.45)), new(0.6, clay), new(1, clay.Shaded(0.5))));
        g.Clip($"{body}", k =>
        {
            foreach (var y in (double[])[-420, -320, -180, -90])
                k.Line($"M-240 {y} C-80 {y + 36} 80 {y + 36} 240 {y}", ink, 9, 0.75);
            for (var i = -5; i <= 5; i++)
                k.Shape($"M{i * 44} {-290 - i * i * 0.8} l20 40 h-40Z", ink, 0.75).Shape($"M{i * 44 + 22} {-206 - i * i * 0.8} l-20 -36 h40Z", ink, 0.45).Line($"M{i * 44 - 22} {-400 - i * i * 0.7} l22 40 l22 -40", ink, 6, 0.7);
        });
        g.Oval(0, -560, 96, 24, clay.Lit(0.3)).Oval(0, -560, 74, 16, clay.Shaded(0.75)).Glow(-90, -310, 70, 130, "#ffffff", 0.35);
    }, size);

    private static void Bowl(Canvas c, Dice dice)
    {
        var glaze = dice.Pick<Colour>("#2f7f9a", "#3f8f6a", "#c8653a");
        c.Shadow(0, 0, 180, 22, 0.5).Shape($"M-170 -150 C-160 -50 -80 0 0 0 C80 0 160 -50 170 -150Z", c.Across(new(0, glaze.Shaded(0.1)), new(0.3, glaze.Lit(0.45)), new(1, glaze.Shaded(0.5)))).Oval(0, -150, 170, 40, glaze.Lit(0.4)).Oval(0, -150, 152, 31, "#f6efe0");
        foreach (var (x, y) in ((double, double)[])[(-70, -166), (0, -180), (66, -164), (-30, -150), (36, -148)])
            c.Disc(x, y, 38, c.Round(0.36, 0.3, 0.85, new(0, "#ffd69a"), new(1, dice.Pick<Colour>("#e0792c", "#c8402f", "#7fa84a"))));
    }
}
