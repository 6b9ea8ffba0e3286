using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Children;

/// <summary>Things for children, standing on y = 0.</summary>
internal static class Nursery
{
    public static void Pram(Canvas c, Dice dice)
    {
        var cloth = dice.Pick<Colour>("#3f6f86", "#a5485a", "#4a4d57", "#c99a5a", "#5f8a6f", "#7a6a9a");
        c.Shadow(0, 0, 420, 30, 0.55);
        c.Line($"M-210 -80 L180 -330 M210 -80 L-190 -330 M-10 -205 H10", "#b8bcc2", 13).Line($"M180 -330 C260 -390 300 -430 340 -520", "#b8bcc2", 13).Line($"M322 -500 L352 -560", "#2b2320", 24);
        foreach (var x in (double[])[-210, 210])
        {
            c.Ring(x, -90, 78, "#23252b", 22).Ring(x, -90, 62, "#d5d8dc", 6).Disc(x, -90, 16, "#8d949b");
            for (var i = 0; i < 8; i++)
                c.Place(x, -90, g => g.Line($"M0 0 V-62", "#c9ced3", 4), turn: i * 45 + 10);
        }

        c.Shape($"M-300 -420 C-310 -300 -200 -230 -20 -226 C150 -226 240 -290 250 -420Z", c.Down(new(0, cloth.Lit(0.25)), new(0.3, cloth), new(1, cloth.Shaded(0.45))));
        c.Line($"M-292 -350 C-260 -270 -140 -244 -20 -244 C120 -244 210 -280 240 -352", cloth.Lit(0.55), 4, 0.5);
        c.Shape($"M-300 -420 C-320 -600 -180 -700 -30 -690 L-10 -420Z", c.Across(new(0, cloth.Shaded(0.2)), new(0.4, cloth.Lit(0.4)), new(1, cloth.Shaded(0.15))));
        c.Line($"M-30 -690 L-10 -420 M-150 -678 C-190 -600 -190 -500 -150 -420 M-250 -610 C-280 -550 -280 -480 -262 -420", cloth.Shaded(0.5), 5, 0.4);
        c.Shape($"M-12 -440 C60 -470 190 -460 250 -420 C200 -390 60 -390 -10 -420Z", "#fbf5ea").Shape($"M-306 -432 H256 C262 -420 256 -408 246 -408 H-296 C-308 -408 -312 -420 -306 -432Z", cloth.Shaded(0.25));
        c.Place(120, -420, g => Star(g, 26), turn: 12);
    }

    public static void Toys(Canvas c, Dice dice)
    {
        c.Shadow(0, 4, 520, 40, 0.5);
        Bear(c, dice, -150);
        (string Fill, double X, double Y, double Turn)[] blocks = [("#e0573f", 110, 0, 0), ("#3f8fc0", 232, 0, 0), ("#f0b840", 172, -118, 6)];
        foreach (var (fill, x, y, turn) in blocks)
            c.Place(x, y, g => g
                .Box(-58, -116, 116, 116, g.Aslant(((Colour)fill).Lit(0.35), ((Colour)fill).Shaded(0.25)), 12)
                .Box(-40, -98, 80, 80, ((Colour)fill).Lit(0.55), 8, 0.6)
                .Shape($"M0 -88 L12 -66 L36 -62 L18 -46 L22 -22 L0 -34 L-22 -22 L-18 -46 L-36 -62 L-12 -66Z", "#fffaf0"), turn: turn);
        c.Place(380, 10, g =>
        {
            g.Shadow(0, 0, 130, 16);
            for (var i = 0; i < 4; i++)
                g.Oval(0, -24 - i * 44, 104 - i * 17, 32 - i * 2, g.Down(dice.Pick<Colour>("#5fae7a", "#e0573f", "#f0b840", "#3f8fc0", "#9a6fc0").Lit(0.3), dice.Pick<Colour>("#3f8a5f", "#c8453a", "#d99a2f", "#2f6f9f")));
            g.Disc(0, -206, 28, g.Round(0.35, 0.3, 0.8, new(0, "#ffd6d0"), new(1, "#d8455a")));
        });
        c.Disc(-400, -66, 68, c.Round(0.35, 0.3, 0.8, new(0, "#fff1d0"), new(0.4, "#f08a4a"), new(1, "#b5482f"))).Line($"M-456 -100 C-420 -80 -370 -80 -340 -96", "#fffaf0", 9, 0.9);
    }

    private static void Bear(Canvas c, Dice dice, double x) => c.Place(x, 0, g =>
    {
        var fur = dice.Pick<Colour>("#b98250", "#d9b58a", "#8a5f42", "#c9c2b8");
        var soft = g.Round(0.38, 0.3, 0.85, new(0, fur.Lit(0.4)), new(0.6, fur), new(1, fur.Shaded(0.4)));
        foreach (var side in (int[])[-1, 1])
            g.Oval(side * 110, -50, 74, 60, soft).Oval(side * 122, -44, 40, 36, fur.Lit(0.5)).Place(side * 130, -230, k => k.Oval(0, 0, 46, 92, soft), turn: side * -34).Disc(side * 92, -476, 46, soft).Disc(side * 92, -476, 25, fur.Lit(0.45));
        g.Oval(0, -160, 138, 156, soft).Oval(0, -150, 84, 104, fur.Lit(0.45), 0.85).Disc(0, -378, 128, soft);
        g.Oval(0, -340, 62, 48, fur.Lit(0.6)).Oval(0, -364, 21, 15, "#2b2018").Line($"M0 -350 V-330 M-24 -326 C-14 -314 14 -314 24 -326", "#2b2018", 5);
        foreach (var side in (int[])[-1, 1])
            g.Disc(side * 52, -404, 12, "#1c1612").Disc(side * 52 - 4, -408, 4, "#ffffff");
        var bow = dice.Pick<Colour>("#c8453a", "#3f8fc0", "#3f9a7a");
        g.Shape($"M0 -262 L-74 -296 V-224Z M0 -262 L74 -296 V-224Z", bow).Disc(0, -262, 19, bow.Shaded(0.25));
    });

    private static void Star(Canvas c, double r) => c.Shape($"M0 {-r} L{r * 0.3} {-r * 0.4} L{r} {-r * 0.3} L{r * 0.45} {r * 0.15} L{r * 0.6} {r} L0 {r * 0.5} L{-r * 0.6} {r} L{-r * 0.45} {r * 0.15} L{-r} {-r * 0.3} L{-r * 0.3} {-r * 0.4}Z", "#f0c85a");
}
