using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Home;

internal static class Appliances
{
    /// <summary>An air conditioner on the wall, 760 wide about x = 0, its lower edge on y = −330.</summary>
    public static void AirConditioner(Canvas c, Dice dice)
    {
        var shell = dice.Pick<Colour>("#f6f5f1", "#f6f5f1", "#dfe3e6", "#3a3c42");
        c.Box(-370, -570, 760, 250, "#1b1430", 30, 0.16).Box(-380, -590, 760, 250, c.Down(new(0, shell.Lit(0.6)), new(0.6, shell), new(1, shell.Shaded(0.18))), 34);
        c.Shape($"M-372 -430 H372 L340 -350 C320 -340 -320 -340 -340 -350Z", shell.Shaded(0.1)).Box(-330, -398, 660, 12, "#2b2d33", 6).Box(-330, -376, 660, 8, "#2b2d33", 4, 0.7).Line($"M-370 -432 H370", shell.Shaded(0.4), 3, 0.4);
        c.Box(230, -470, 90, 30, "#14181d", 8).Line($"M246 -455 h24", "#64e0b0", 6).Disc(296, -455, 6, "#64e0b0").Glow(-160, -540, 260, 40, "#ffffff", 0.6);
        for (var i = 0; i < 6; i++)
            c.Line($"M{-260 + i * 104} -330 C{-290 + i * 104} -260 {-230 + i * 104} -220 {-270 + i * 104} -130", "#ffffff", 9, 0.42 - i % 2 * 0.12);
        c.Place(300, -120, g => g.Shadow(0, 96, 60, 10).Box(-36, -110, 72, 200, g.Across("#ffffff", "#c9ced3"), 18).Box(-24, -94, 48, 50, "#a9c4b8", 6).Disc(0, -20, 14, "#e0573f").Box(-22, 10, 18, 14, "#8d949b", 4).Box(4, 10, 18, 14, "#8d949b", 4).Box(-22, 36, 18, 14, "#8d949b", 4).Box(4, 36, 18, 14, "#8d949b", 4), turn: 8);
    }

    /// <summary>A sewing machine standing on y = 0.</summary>
    public static void SewingMachine(Canvas c, Dice dice)
    {
        var shell = dice.Pick<Colour>("#f1ede4", "#23252b", "#3f7f83", "#b8574a");
        c.Shadow(0, 2, 480, 36, 0.6);
        c.Box(-420, -70, 840, 66, c.Down(shell.Lit(0.4), shell.Shaded(0.35)), 18).Box(-400, -78, 360, 14, "#c9ced3", 4);
        c.Shape($"M200 -70 V-330 C200 -350 180 -350 160 -350 H-200 V-270 C-200 -240 -330 -240 -330 -270 V-440 C-330 -470 -310 -480 -290 -480 H300 C340 -480 360 -450 360 -420 V-70Z", c.Down(new(0, shell.Lit(0.5)), new(0.5, shell), new(1, shell.Shaded(0.35))));
        c.Line($"M-300 -462 H290", shell.Lit(0.8), 8, 0.5).Line($"M-120 -400 C-60 -440 20 -440 80 -400 S180 -370 220 -410", "#e0b860", 7, 0.85);
        c.Box(-284, -250, 30, 90, "#c9ced3", 4).Box(-274, -160, 10, 84, "#8d949b").Shape($"M-300 -90 H-230 L-226 -78 H-306Z", "#8d949b").Line($"M-268 -160 C-320 -300 -250 -420 -200 -500 L60 -540", "#c8453a", 4, 0.9);
        c.Disc(370, -370, 74, c.Aslant("#d5d8dc", "#4a4d53")).Disc(370, -370, 52, shell.Shaded(0.2)).Disc(370, -370, 18, "#c9ced3").Disc(284, -270, 30, c.Aslant("#ffffff", "#8d949b")).Disc(284, -190, 24, c.Aslant("#ffffff", "#8d949b"));
        c.Box(36, -570, 50, 92, c.Across("#e0573f", "#8a2a20"), 8).Box(28, -578, 66, 12, "#e6d8c0", 4).Box(28, -488, 66, 12, "#e6d8c0", 4);
        c.Shape($"M-560 -40 C-460 -90 -380 -80 -270 -84 C-200 -86 -130 -60 -60 -66 C-160 -20 -260 20 -380 30 C-460 36 -540 10 -560 -40Z", c.Aslant(dice.Pick<Colour>("#7fa8c0", "#e0a0a8", "#e6c87a"), "#5f7f9a"), 0.96);
    }

    /// <summary>A bench along the wall with many cushions, 1,080 wide about x = 0, standing on y = 0.</summary>
    public static void Salon(Canvas c, Dice dice)
    {
        var cloth = dice.Pick<Colour>("#8a2f3a", "#2f5f6a", "#b5843f", "#5a3f6f", "#3f6f4f");
        var gold = (Colour)"#e6c27a";
        c.Shadow(0, 0, 580, 36, 0.6);
        c.Box(-540, -110, 1080, 104, c.Down("#a9744a", "#6b4429"), 6);
        for (var i = 0; i < 9; i++)
            c.Shape($"M{-520 + i * 118} -20 V-62 A44 36 0 0 1 {-432 + i * 118} -62 V-20Z", "#4f301c", 0.75).Line($"M{-520 + i * 118} -20 V-62 A44 36 0 0 1 {-432 + i * 118} -62 V-20", gold, 3, 0.6);
        c.Box(-540, -210, 1080, 106, c.Down(new(0, cloth.Lit(0.35)), new(0.4, cloth), new(1, cloth.Shaded(0.35))), 24).Box(-540, -150, 1080, 10, gold, 4, 0.8);
        for (var i = 0; i < 6; i++)
        {
            var x = -530 + i * 178;
            c.Box(x, -380, 170, 190, c.Aslant(cloth.Lit(0.4), cloth.Shaded(0.28)), 34).Shape($"M{x + 85} -350 l44 62 l-44 62 l-44 -62Z", gold, 0.55).Shape($"M{x + 85} -324 l24 36 l-24 36 l-24 -36Z", cloth.Shaded(0.2));
        }

        foreach (var (x, colour) in ((double, string)[])[(-440, "#e6c27a"), (-120, "#f4e6d0"), (130, "#e6c27a"), (430, "#f4e6d0")])
            c.Place(x, -240, g => g.Box(-58, -62, 116, 116, g.Aslant(((Colour)colour).Lit(0.3), ((Colour)colour).Shaded(0.25)), 22).Line($"M-36 -40 L36 32 M36 -40 L-36 32", cloth, 6, 0.5), turn: x / 22);
        c.Place(0, 90, g => g.Shadow(0, 0, 260, 22, 0.5).Oval(0, -110, 230, 42, g.Across(gold.Lit(0.5), gold.Shaded(0.35))).Oval(0, -116, 206, 33, gold.Shaded(0.12)).Shape($"M-120 -80 L-150 0 H-126 L-90 -76Z M120 -80 L150 0 H126 L90 -76Z", "#6b4429").Shape($"M-40 -140 C-70 -180 -60 -220 -10 -226 C50 -220 60 -180 40 -140Z", g.Across(gold.Lit(0.7), gold.Shaded(0.4))).Disc(0, -236, 10, gold));
    }
}
