using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Work;

/// <summary>Tools, paint and boxes, standing on y = 0.</summary>
internal static class Tools
{
    public static void Drill(Canvas c, Dice dice)
    {
        var shell = dice.Pick<Colour>("#f0b02f", "#2f7f8a", "#c8453a", "#3f7a4a", "#2f5f9f");
        c.Shadow(0, 0, 360, 32, 0.6);
        c.Shape($"M-60 -360 C-20 -350 60 -350 90 -340 L60 -120 H-80 C-110 -200 -90 -300 -60 -360Z", c.Across(new(0, "#4a4d53"), new(0.4, "#2b2d33"), new(1, "#141519")));
        for (var i = 0; i < 6; i++)
            c.Line($"M{-80 + i * 2} {-300 + i * 28} L{-30 + i * 3} {-294 + i * 28}", "#6a6e75", 6, 0.6);
        c.Box(-150, -130, 290, 124, c.Down("#3a3c42", "#17181b"), 16).Box(-138, -116, 266, 40, shell, 8).Box(60, -60, 60, 34, "#e6e8ea", 5, 0.85);
        c.Shape($"M-250 -500 C-250 -560 -210 -580 -160 -584 H150 C200 -580 220 -550 220 -500 V-420 C210 -370 150 -350 90 -346 H-120 C-200 -350 -250 -400 -250 -500Z", c.Down(new(0, shell.Lit(0.4)), new(0.4, shell), new(1, shell.Shaded(0.4))));
        c.Shape($"M-250 -500 C-250 -560 -210 -580 -160 -584 H-110 V-352 C-200 -354 -250 -400 -250 -500Z", "#2b2d33");
        for (var i = 0; i < 5; i++)
            c.Box(-224, -530 + i * 28, 80, 12, "#0f1013", 6);
        c.Shape($"M220 -540 L300 -520 V-410 L220 -392Z", c.Down(new(0, "#e6e8ea"), new(0.4, "#a9aeb4"), new(1, "#4a4d53"))).Box(300, -506, 66, 82, c.Down(new(0, "#8d949b"), new(0.5, "#3a3c42"), new(1, "#17181b")), 8).Shape($"M366 -476 H500 L520 -465 L500 -454 H366Z", c.Down("#e6e8ea", "#6a6e75"));
        c.Shape($"M88 -344 C60 -320 70 -270 96 -262 L112 -330Z", "#d8482f").Box(-60, -540, 180, 16, "#ffffff", 8, 0.35);
    }

    public static void Toolbox(Canvas c, Dice dice)
    {
        var metal = dice.Pick<Colour>("#c8382f", "#2f6f9f", "#e0932f", "#4a5a4a");
        c.Shadow(0, 0, 470, 36, 0.6);
        Spanner(c, -220, -330, -16);
        c.Place(-40, -300, g => g.Box(-13, -230, 26, 330, g.Across("#d9a45a", "#8a5f3e"), 9).Shape($"M-90 -260 H60 C90 -250 96 -220 90 -206 H-60 L-90 -226Z", g.Down("#b8bcc2", "#4a4d53")), turn: 7);
        c.Place(120, -300, g => g.Box(-9, -150, 18, 250, g.Across("#e6e8ea", "#7d838b"), 3).Box(-24, -260, 48, 130, g.Across(new(0, "#f0b840"), new(0.5, "#e0932f"), new(1, "#8a4f1f")), 16), turn: 16);
        c.Line($"M220 -260 C230 -380 280 -400 300 -340", "#8d949b", 20).Line($"M250 -250 C262 -380 220 -420 190 -360", "#6a6e75", 18);
        c.Box(-400, -300, 800, 296, c.Down(new(0, metal.Lit(0.25)), new(0.25, metal), new(1, metal.Shaded(0.4))), 16).Box(-416, -322, 832, 44, c.Down(metal.Lit(0.45), metal.Shaded(0.15)), 10);
        c.Line($"M-150 -322 C-150 -420 150 -420 150 -322", "#17181b", 24).Line($"M-148 -326 C-148 -412 148 -412 148 -326", "#6a6e75", 8, 0.7);
        foreach (var x in (double[])[-260, 230])
            c.Box(x - 32, -300, 64, 74, c.Aslant("#f1f2f4", "#8d949b"), 8).Box(x - 20, -262, 40, 12, "#4a4d53", 4);
        c.Box(-380, -120, 760, 8, metal.Shaded(0.4), 4, 0.6).Glow(-210, -210, 200, 60, "#ffffff", 0.25);
    }

    public static void Paint(Canvas c, Dice dice)
    {
        var paint = dice.Pick<Colour>("#3f8f9a", "#e0873a", "#7a9a5a", "#c8556a", "#5a6fae", "#e0b84a");
        c.Shadow(0, 6, 520, 40, 0.55);
        foreach (var (x, y, size, colour) in ((double, double, double, Colour)[])[(-190, -30, 0.86, paint.Mix("#f4efe4", 0.5)), (-20, 0, 1, paint)])
            c.Place(x, y, g =>
            {
                g.Line($"M-150 -270 C-170 -420 170 -420 150 -270", "#8d949b", 7);
                g.Shape($"M-152 -300 V-30 C-152 8 152 8 152 -30 V-300Z", g.Across(new(0, "#8d949b"), new(0.25, "#f4f5f6"), new(0.6, "#c5cace"), new(1, "#6a6e75")));
                g.Shape($"M-152 -220 C-100 -200 100 -200 152 -220 V-90 C100 -68 -100 -68 -152 -90Z", g.Across(colour.Lit(0.25), colour.Shaded(0.25)));
                g.Oval(0, -300, 152, 38, "#b8bcc2").Oval(0, -300, 138, 31, colour.Shaded(0.1)).Oval(-20, -304, 90, 16, colour.Lit(0.4), 0.6);
                g.Shape($"M60 -276 C64 -230 60 -190 74 -170 C92 -160 96 -190 92 -220 C96 -250 104 -260 112 -282Z", colour);
            }, size);
        c.Place(300, -110, g => g
            .Line($"M20 -20 C20 -120 60 -140 60 -220", "#8d949b", 14).Box(-6, -50, 52, 190, g.Across("#e0573f", "#8a2a20"), 18).Line($"M60 -216 H-90 V-260", "#8d949b", 13)
            .Box(-170, -330, 300, 96, g.Down(new(0, paint.Lit(0.5)), new(0.5, paint), new(1, paint.Shaded(0.35))), 30).Box(-186, -310, 20, 56, "#3a3c42", 6).Box(126, -310, 20, 56, "#3a3c42", 6), turn: 14);
    }

    public static void Boxes(Canvas c, Dice dice)
    {
        c.Shadow(0, 4, 520, 40, 0.55);
        Carton(c, -200, 0, 380, 300, dice);
        Carton(c, 190, 0, 330, 240, dice);
        Carton(c, -150, -300, 290, 210, dice);
        c.Place(190, -240, g => g.Shape($"M-70 0 H70 L56 -96 H-56Z", g.Across("#d98a63", "#8c4a33")).Disc(0, -180, 72, "#5f9a52").Disc(-52, -140, 52, "#4f8a4a").Disc(54, -140, 50, "#6fae5f").Glow(-30, -206, 60, 44, "#dcf0b4", 0.6));
    }

    private static void Carton(Canvas c, double x, double y, double w, double h, Dice dice)
    {
        var card = dice.Pick<Colour>("#c99a68", "#b98a5a", "#d4aa7a");
        c.Shape($"M{x + w / 2} {y - h} l46 -30 V{y - 34} l-46 34Z", card.Shaded(0.4)).Shape($"M{x - w / 2} {y - h} l46 -30 H{x + w / 2 + 46} l-46 30Z", card.Lit(0.4));
        c.Box(x - w / 2, y - h, w, h, c.Aslant(card.Lit(0.25), card.Shaded(0.12)), 3).Box(x - 32, y - h, 64, h * 0.36, "#e6cfa4", opacity: 0.75);
        c.Line($"M{x - w * 0.38} {y - 56} v-34 m-12 12 l12 -12 l12 12 M{x - w * 0.26} {y - 56} v-34 m-12 12 l12 -12 l12 12", card.Shaded(0.6), 5, 0.75).Box(x + w * 0.16, y - 86, w * 0.24, 46, "#fbf5ea", 3, 0.9).Line($"M{x + w * 0.19} {y - 70} h{w * 0.18} M{x + w * 0.19} {y - 56} h{w * 0.12}", "#8d8478", 4);
    }

    private static void Spanner(Canvas c, double x, double y, double turn) => c.Place(x, y, g => g
        .Box(-16, -190, 32, 300, g.Across(new(0, "#8d949b"), new(0.4, "#eef0f2"), new(1, "#6a6e75")), 8)
        .Shape($"M-52 -200 C-60 -260 -36 -290 -18 -294 V-236 L0 -224 L18 -236 V-294 C36 -290 60 -260 52 -200 C30 -176 -30 -176 -52 -200Z", g.Across("#c5cace", "#6a6e75")), turn: turn);
}
