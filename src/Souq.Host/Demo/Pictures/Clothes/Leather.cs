using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Clothes;

/// <summary>Shoes, a bag, a watch; standing on y = 0.</summary>
internal static class Leather
{
    /// <summary>A pair of trainers, one behind the other.</summary>
    public static void Trainers(Canvas c, Dice dice)
    {
        var skin = dice.Pick<Colour>("#f4f1ec", "#f4f1ec", "#2b2f3a", "#b8433a", "#3b6d9a", "#c9b79a");
        var mark = dice.Pick<Colour>("#e0723f", "#2f6f9f", "#3f9a7a", "#d8455a", "#f0b840", "#4a4d53");
        c.Shadow(20, -2, 480, 38, 0.6);
        c.Place(110, -34, g => Trainer(g, skin.Shaded(0.12), mark.Shaded(0.1)), 0.94);
        c.Place(-50, 0, g => Trainer(g, skin, mark), 1.06);
    }

    private static void Trainer(Canvas c, Colour skin, Colour mark)
    {
        var upper = "M-336 -70 C-350 -110 -330 -140 -270 -152 C-190 -168 -120 -220 -60 -276 C-40 -296 -10 -300 10 -290 C40 -330 110 -350 150 -326 C170 -314 170 -290 190 -280 C240 -262 300 -280 318 -318 C344 -310 352 -250 346 -200 C342 -150 344 -110 350 -70Z";
        c.Shadow(0, 0, 370, 24, 0.55);
        c.Shape($"M10 -288 C40 -330 110 -350 150 -326 C170 -314 176 -284 200 -276 C160 -250 60 -250 10 -288Z", skin.Shaded(0.55));
        c.Shape($"{upper}", c.Down(new(0, skin.Lit(0.35)), new(0.5, skin), new(1, skin.Shaded(0.28))));
        c.Clip($"{upper}", g => g
            .Shape($"M-350 -60 C-350 -130 -280 -150 -220 -150 C-200 -110 -210 -80 -230 -60Z", skin.Shaded(0.14))
            .Shape($"M240 -300 C230 -220 240 -130 260 -60 H360 V-330Z", mark, 0.92)
            .Shape($"M-30 -50 C-10 -120 20 -170 66 -222 L206 -236 C220 -170 224 -110 226 -50Z", mark.Mix(skin, 0.25), 0.85).Line($"M-30 -50 C-10 -120 20 -170 66 -222", skin.Lit(0.8), 4, 0.7)
            .Line($"M-190 -156 C-150 -130 -140 -100 -150 -70 M236 -296 C226 -220 236 -130 256 -66", skin.Shaded(0.5), 3, 0.5)
            .Glow(-150, -160, 160, 46, "#ffffff", 0.5).Glow(290, -240, 60, 70, "#ffffff", 0.25));
        for (var i = 0; i < 5; i++)
        {
            var (x, y) = (-62 + i * 30, -268 - i * 4);
            c.Line($"M{x - 24} {y + 44} L{x + 22} {y + 2}", "#fbf9f5", 11).Line($"M{x - 24} {y + 49} L{x + 22} {y + 7}", skin.Shaded(0.55), 3, 0.35);
        }

        c.Line($"M304 -316 C280 -336 262 -330 258 -304", mark.Shaded(0.2), 10);
        c.Shape($"M-350 -84 C-300 -66 300 -66 354 -84 C366 -60 364 -20 346 -6 C300 4 -290 4 -330 -4 C-356 -14 -362 -60 -350 -84Z", c.Down(new(0, "#ffffff"), new(0.6, "#e6e2da"), new(1, "#a9a49a")));
        c.Line($"M-352 -46 C-200 -36 200 -36 358 -46", mark, 6, 0.9);
        for (var x = -310; x < 340; x += 34)
            c.Box(x, -8, 20, 9, "#5b574f", 3, 0.7);
    }

    public static void Heels(Canvas c, Dice dice)
    {
        var skin = dice.Pick<Colour>("#a5263a", "#1f2026", "#c9a07a", "#2f5f5a", "#e8d4bc");
        c.Shadow(20, -4, 420, 34, 0.55);
        foreach (var (x, y, size) in ((double, double, double)[])[(90, -40, 0.94), (-40, 0, 1.06)])
            c.Place(x, y, g =>
            {
                g.Shape($"M210 -300 C236 -230 244 -110 250 0 H230 C214 -110 190 -190 150 -240Z", g.Across(skin.Shaded(0.1), skin.Shaded(0.5)));
                g.Shape($"M-320 -14 C-340 -40 -320 -66 -270 -76 C-190 -92 -120 -60 -70 -70 C0 -90 90 -220 150 -300 C170 -330 220 -330 236 -300 C230 -240 200 -200 160 -170 C80 -110 20 -30 -60 -6 C-140 4 -260 4 -320 -14Z", g.Down(new(0, skin.Lit(0.35)), new(0.5, skin), new(1, skin.Shaded(0.4))));
                g.Shape($"M-70 -70 C0 -90 90 -220 150 -300 C100 -200 40 -110 -20 -70 C-36 -60 -56 -60 -70 -70Z", skin.Shaded(0.6)).Shape($"M-316 -12 C-200 4 -120 2 -60 -6 C20 -30 80 -110 160 -170 C100 -90 40 -10 -50 6 C-140 12 -260 8 -316 -12Z", "#caa078");
                g.Glow(-220, -58, 90, 16, "#ffffff", 0.75).Glow(196, -270, 26, 60, "#ffffff", 0.4);
            }, size);
    }

    public static void Bag(Canvas c, Dice dice)
    {
        var skin = dice.Pick<Colour>("#a5673f", "#7a2f36", "#2b2f3a", "#c9a27a", "#3f5f5a", "#d9795a", "#e6d8c4");
        var metal = (Colour)"#e0b860";
        c.Shadow(0, 0, 430, 36, 0.6);
        c.Line($"M-150 -380 C-170 -640 170 -640 150 -380", skin.Shaded(0.4), 30).Line($"M-150 -384 C-168 -630 168 -630 150 -384", skin.Lit(0.2), 17);
        c.Shape($"M-290 -400 C-280 -416 280 -416 290 -400 L340 -40 C342 -10 320 0 300 0 H-300 C-320 0 -342 -10 -340 -40Z", c.Across(new(0, skin.Shaded(0.08)), new(0.25, skin.Lit(0.3)), new(0.6, skin), new(1, skin.Shaded(0.36))));
        c.Shape($"M-292 -402 C-200 -424 200 -424 292 -402 L306 -250 C200 -190 -200 -190 -306 -250Z", c.Down(new(0, skin.Lit(0.38)), new(0.8, skin), new(1, skin.Shaded(0.18)))).Line($"M-300 -262 C-200 -204 200 -204 300 -262", skin.Lit(0.55), 3, 0.6);
        c.Line($"M-306 -250 C-200 -190 200 -190 306 -250", skin.Shaded(0.65), 4, 0.5).Line($"M-322 -30 H322", skin.Lit(0.5), 3, 0.45);
        c.Box(-40, -250, 80, 66, c.Aslant(metal.Lit(0.5), metal.Shaded(0.3)), 12).Box(-22, -234, 44, 34, skin.Shaded(0.3), 6).Box(-8, -226, 16, 18, metal, 5);
        foreach (var x in (double[])[-150, 150])
            c.Ring(x, -376, 22, metal, 9).Ring(x - 2, -378, 22, "#fff3cf", 2, 0.8);
        c.Glow(-170, -120, 130, 100, "#ffffff", 0.16);
        if (dice.Chance(0.5))
            c.Line($"M220 -250 C230 -180 220 -150 228 -110", metal, 4).Shape($"M214 -112 h30 l8 96 h-46Z", dice.Pick<Colour>("#e0723f", "#2f8f8a", "#d8455a"));
    }

    public static void Watch(Canvas c, Dice dice)
    {
        var metal = dice.Pick<Colour>("#d5d8dc", "#e6c27a", "#3a3c42");
        var strap = dice.Pick<Colour>("#7a4a30", "#23252b", "#2f4f6a", "#c9ced3");
        var dial = dice.Pick<Colour>("#1f3557", "#f4f1ea", "#17191d", "#2f5f4a");
        c.Shadow(0, 0, 300, 34, 0.55);
        c.Shape($"M-96 -560 C-90 -640 90 -640 96 -560 L110 -420 H-110Z", c.Down(strap.Shaded(0.45), strap)).Shape($"M-110 -160 H110 L84 -10 C40 6 -40 6 -84 -10Z", c.Down(strap.Lit(0.15), strap.Shaded(0.35)));
        c.Line($"M-80 -560 L-92 -430 M80 -560 L92 -430 M-94 -150 L-72 -20 M94 -150 L72 -20", strap.Lit(0.5), 3, 0.5);
        c.Box(176, -312, 34, 44, c.Across(metal.Lit(0.4), metal.Shaded(0.4)), 8).Disc(0, -290, 190, c.Aslant(metal.Lit(0.7), metal.Shaded(0.45))).Disc(0, -290, 168, metal.Shaded(0.3)).Disc(0, -290, 158, c.Round(0.4, 0.35, 0.8, new(0, dial.Lit(0.25)), new(1, dial.Shaded(0.35))));
        Colour hand = dial.R > 128 ? "#23252b" : "#f4f1ea";
        for (var i = 0; i < 12; i++)
            c.Place(0, -290, g => g.Box(-4, -146, 8, i % 3 == 0 ? 34 : 20, hand, 2), turn: i * 30);
        c.Place(0, -290, g => g.Box(-6, -86, 12, 98, hand, 6), turn: -58).Place(0, -290, g => g.Box(-4, -126, 8, 142, hand, 4), turn: 56).Place(0, -290, g => g.Box(-1.5, -136, 3, 170, "#e0572f", 1), turn: 170);
        c.Disc(0, -290, 10, metal).Shape($"M-120 -400 C-80 -440 0 -456 60 -440 C0 -420 -70 -360 -100 -290Z", "#ffffff", 0.22);
    }
}
