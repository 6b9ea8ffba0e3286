using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Clothes;

/// <summary>Clothes on a hanger, the rail at y = 0, hanging down about 700 about x = 0.</summary>
internal static class Hanging
{
    private static Colour Cloth(Dice dice) => dice.Pick<Colour>("#f4efe6", "#3b5d86", "#a5402f", "#5f7a5a", "#d9a24a", "#2b2f3a", "#b87a8a", "#6aa0b4", "#c9b79a");

    public static void Shirt(Canvas c, Dice dice)
    {
        var cloth = Cloth(dice);
        var body = "M-96 70 C-150 92 -200 110 -232 140 L-330 430 L-236 466 L-176 300 C-170 430 -176 560 -186 664 C-80 688 80 688 186 664 C176 560 170 430 176 300 L236 466 L330 430 L232 140 C200 110 150 92 96 70 C60 116 -60 116 -96 70Z";
        Rail(c);
        c.Place(16, 26, g => g.Shape($"{body}", "#1b1430", 0.16));
        Hook(c);
        c.Shape($"M-96 70 C-60 130 60 130 96 70 C60 60 -60 60 -96 70Z", cloth.Shaded(0.45));
        c.Shape($"{body}", c.Across(new(0, cloth.Shaded(0.1)), new(0.3, cloth.Lit(0.3)), new(0.6, cloth), new(1, cloth.Shaded(0.3))));
        c.Clip($"{body}", g => Pattern(g, dice, cloth));
        Folds(c, body, cloth);
        if (dice.Chance(0.55))
            Buttons(c, cloth);
        else
            c.Line($"M-96 70 C-60 130 60 130 96 70", cloth.Shaded(0.3), 13).Line($"M-96 72 C-60 132 60 132 96 72", cloth.Lit(0.4), 2, 0.6);
        c.Line($"M-322 412 L-242 442 M322 412 L242 442 M-184 648 C-80 670 80 670 184 648", cloth.Shaded(0.4), 2.5, 0.45);
    }

    public static void Dress(Canvas c, Dice dice)
    {
        var cloth = dice.Pick<Colour>("#a5303f", "#2f6f6a", "#d9a24a", "#3b4a86", "#e0875a", "#7a3f6f", "#f1e4d0", "#1f4f5f");
        var trim = dice.Pick<Colour>("#f0cf6a", "#f4efe6", "#e8b04a");
        var body = "M-80 60 C-100 70 -122 80 -140 92 L-196 262 L-126 286 L-104 236 C-100 290 -96 330 -92 366 C-150 470 -200 580 -226 706 C-90 744 90 744 226 706 C200 580 150 470 92 366 C96 330 100 290 104 236 L126 286 L196 262 L140 92 C122 80 100 70 80 60 C50 122 -50 122 -80 60Z";
        Rail(c);
        c.Place(16, 26, g => g.Shape($"{body}", "#1b1430", 0.16));
        Hook(c);
        c.Shape($"M-80 60 C-50 130 50 130 80 60 C50 52 -50 52 -80 60Z", cloth.Shaded(0.5));
        c.Shape($"{body}", c.Across(new(0, cloth.Shaded(0.12)), new(0.3, cloth.Lit(0.3)), new(0.6, cloth), new(1, cloth.Shaded(0.32))));
        c.Clip($"{body}", g =>
        {
            foreach (var y in (double[])[668, 640])
                g.Line($"M-260 {y} C-90 {y + 38} 90 {y + 38} 260 {y}", trim, y > 650 ? 12 : 4, 0.9);
            for (var i = -9; i <= 9; i++)
                g.Shape($"M{i * 26} {690 - i * i * 0.34} l11 14 l-11 14 l-11 -14Z", trim).Disc(i * 26 + 13, 662 - i * i * 0.32, 4, trim);
            g.Line($"M-110 366 C-40 386 40 386 110 366", trim, 20).Line($"M-110 366 C-40 386 40 386 110 366", cloth.Shaded(0.35), 5);
            foreach (var x in (double[])[-150, -84, -24, 40, 100, 158])
                g.Line($"M{x * 0.5} 388 C{x * 0.8} 500 {x} 600 {x * 1.25} 720", cloth.Shaded(0.5), 8, 0.22).Line($"M{x * 0.5 - 10} 388 C{x * 0.8 - 12} 500 {x - 14} 600 {x * 1.25 - 16} 720", cloth.Lit(0.6), 5, 0.2);
        });
        c.Line($"M-80 60 C-50 122 50 122 80 60", trim, 9).Line($"M-56 108 C-40 180 -10 220 0 236 C10 220 40 180 56 108", trim, 5, 0.9).Line($"M-190 254 L-130 276 M190 254 L130 276", trim, 9);
        foreach (var y in (double[])[140, 166, 192])
            c.Disc(0, y, 6, trim);
    }

    private static void Pattern(Canvas g, Dice dice, Colour cloth)
    {
        switch (dice.Whole(0, 3))
        {
            case 0:
                for (var y = 150; y < 690; y += 44)
                    g.Box(-400, y, 800, 14, cloth.Shaded(0.35), opacity: 0.5);
                break;
            case 1:
                for (var x = -340; x < 340; x += 56)
                    g.Box(x, 0, 18, 720, cloth.Lit(0.5), opacity: 0.35);
                for (var y = 90; y < 720; y += 56)
                    g.Box(-400, y, 800, 18, cloth.Shaded(0.5), opacity: 0.3);
                break;
            case 2:
                g.Box(-400, 250, 800, 70, cloth.Lit(0.75), opacity: 0.85).Box(-400, 330, 800, 16, cloth.Lit(0.75), opacity: 0.85);
                break;
        }
    }

    private static void Folds(Canvas c, string body, Colour cloth) => c.Clip($"{body}", g =>
    {
        foreach (var (a, b) in ((double, double)[])[(-130, -150), (-60, -90), (40, 70), (128, 146)])
            g.Line($"M{a} 300 C{a - 10} 420 {b} 540 {b + 4} 690", cloth.Shaded(0.5), 13, 0.16).Line($"M{a - 14} 300 C{a - 24} 420 {b - 14} 540 {b - 10} 690", cloth.Lit(0.7), 7, 0.22);
        g.Line($"M-176 300 C-190 240 -180 190 -168 160 M176 300 C190 240 180 190 168 160", cloth.Shaded(0.6), 7, 0.28).Glow(-90, 240, 120, 190, "#ffffff", 0.25);
    });

    private static void Buttons(Canvas c, Colour cloth)
    {
        c.Line($"M0 120 V676 M16 124 V676", cloth.Shaded(0.4), 2.5, 0.5);
        c.Shape($"M-96 70 C-80 100 -40 118 0 122 L-34 176 C-70 150 -104 110 -112 80Z", c.Aslant(cloth.Lit(0.45), cloth.Shaded(0.1))).Shape($"M96 70 C80 100 40 118 0 122 L34 176 C70 150 104 110 112 80Z", c.Aslant(cloth.Lit(0.3), cloth.Shaded(0.22)));
        for (var y = 190; y < 670; y += 84)
            c.Disc(8, y, 8, "#f4efe6").Disc(8, y, 3, "#9a9288");
        c.Shape($"M62 250 h84 v74 l-42 22 l-42 -22Z", cloth.Shaded(0.12), 0.7).Line($"M62 262 h84", cloth.Shaded(0.4), 2, 0.5);
    }

    private static void Rail(Canvas c) => c.Box(-700, -8, 1400, 16, c.Down(new(0, "#e8c79a"), new(0.4, "#b07f52"), new(1, "#6b4a30")), 8);

    private static void Hook(Canvas c) => c.Line($"M0 62 V30 C0 14 24 10 22 -6 C20 -22 -10 -22 -12 -4", "#8d949b", 6).Line($"M-170 104 C-90 70 -20 58 0 58 C20 58 90 70 170 104", "#a9784a", 16).Line($"M-168 100 C-90 66 -20 54 0 54", "#d9b07a", 4, 0.8);
}
