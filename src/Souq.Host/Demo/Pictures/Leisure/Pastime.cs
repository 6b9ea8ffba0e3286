using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Leisure;

/// <summary>Guitar, books, tent, ball; standing on y = 0.</summary>
internal static class Pastime
{
    public static void Guitar(Canvas c, Dice dice)
    {
        var wood = dice.Pick<Colour>("#d9a45a", "#b5683a", "#e6c28a", "#7a3f26");
        c.Shadow(30, 0, 260, 30, 0.6);
        c.Place(40, 0, g =>
        {
            var body = "M0 -8 C-150 -8 -186 -110 -160 -190 C-146 -236 -110 -250 -112 -290 C-114 -350 -70 -392 0 -392 C70 -392 114 -350 112 -290 C110 -250 146 -236 160 -190 C186 -110 150 -8 0 -8Z";
            g.Shape($"{body}", wood.Shaded(0.6)).Place(-8, -3, k => k
                .Shape($"{body}", k.Round(0.4, 0.4, 0.75, new(0, wood.Lit(0.4)), new(0.6, wood), new(1, wood.Shaded(0.45))))
                .Line($"{body}", wood.Lit(0.7), 5, 0.7));
            g.Disc(-6, -258, 58, "#1a120c").Ring(-6, -258, 62, "#5f3a20", 8).Ring(-6, -258, 70, "#f0d9a8", 3, 0.8).Box(-66, -122, 120, 22, "#3a2416", 6).Box(-58, -118, 104, 5, "#f4efe4", 2);
            g.Box(-32, -690, 52, 420, g.Across(wood.Shaded(0.6), wood.Shaded(0.75)), 3);
            for (var i = 0; i < 13; i++)
                g.Box(-32, -672 + i * i * 1.2 + i * 16, 52, 3, "#d5d8dc");
            g.Shape($"M-42 -690 L-34 -800 C-20 -812 10 -812 22 -800 L30 -690Z", wood.Shaded(0.5));
            for (var i = 0; i < 3; i++)
                g.Disc(-50, -712 - i * 32, 9, "#e6e8ea").Disc(38, -712 - i * 32, 9, "#e6e8ea");
            for (var i = 0; i < 6; i++)
                g.Line($"M{-26 + i * 8} -700 L{-44 + i * 15.5} -112", "#f4f1e4", 1.4, 0.9);
            g.Shape($"M-120 -90 C-150 -150 -130 -200 -96 -230 C-110 -170 -110 -120 -90 -70Z", "#ffffff", 0.2);
        }, 0.9, turn: 7);
    }

    public static void Books(Canvas c, Dice dice)
    {
        c.Shadow(-30, 0, 460, 30, 0.6);
        var y = 0.0;
        for (var i = 0; i < 3; i++)
        {
            var (w, h, cover) = (dice.Between(330, 400), dice.Between(52, 74), Cover(dice));
            var x = -390 + dice.Between(0, 40);
            c.Box(x, y - h, w, h, c.Down(cover.Lit(0.25), cover.Shaded(0.35)), 8).Box(x + 18, y - h + 8, w - 12, h - 16, c.Down("#fbf5e6", "#cfc2a4"), 3).Box(x, y - h, 26, h, cover.Shaded(0.25), 8).Box(x + 4, y - h + h * 0.3, 18, h * 0.4, "#f0d9a0", 2, 0.8);
            y -= h;
        }

        c.Shape($"M-330 {y - 8} C-270 {y - 46} -210 {y - 30} -190 {y - 6} C-160 {y - 34} -90 {y - 44} -50 {y - 8} L-50 {y} H-330Z", "#f6efde").Line($"M-190 {y - 6} V{y}", "#a9987a", 4);
        var at = 30.0;
        for (var i = 0; i < 6; i++)
        {
            var (w, h, cover) = (dice.Between(50, 84), dice.Between(330, 450), Cover(dice));
            c.Place(at, 0, g =>
            {
                g.Box(0, -h, w - 3, h, g.Across(new(0, cover.Shaded(0.3)), new(0.3, cover.Lit(0.25)), new(1, cover.Shaded(0.25))), 5);
                g.Box(4, -h + 40, w - 11, 10, "#f0d9a0", opacity: 0.85).Box(4, -70, w - 11, 10, "#f0d9a0", opacity: 0.85).Box(w / 2 - 8, -h * 0.72, 13, h * 0.36, "#fbf1d4", 4, 0.8);
            }, turn: i == 5 ? -9 : 0);
            at += w + (i == 4 ? 50 : 0);
        }

        static Colour Cover(Dice d) => d.Pick<Colour>("#a5303f", "#2f5f7a", "#3f6f4a", "#d9a24a", "#5a3f6f", "#c8653a", "#26343f", "#e6dcc4");
    }

    public static void Tent(Canvas c, Dice dice)
    {
        var cloth = dice.Pick<Colour>("#e0873a", "#3f8f7a", "#2f6f9f", "#c8453a", "#a9a24a");
        c.Shadow(0, 0, 560, 40, 0.5);
        c.Shape($"M-90 -470 L470 -300 L560 -6 L180 0Z", c.Across(cloth.Shaded(0.1), cloth.Shaded(0.45)));
        c.Shape($"M-90 -470 C-130 -300 -260 -120 -420 0 H180 C100 -130 0 -310 -90 -470Z", c.Down(cloth.Lit(0.4), cloth.Shaded(0.05)));
        c.Shape($"M-90 -400 C-120 -260 -190 -120 -260 0 H60 C10 -120 -40 -260 -90 -400Z", "#2b2320").Shape($"M-90 -400 C-120 -260 -190 -120 -260 0 H-170 C-150 -140 -110 -280 -90 -400Z", cloth.Lit(0.6)).Shape($"M-90 -400 C-40 -260 10 -120 60 0 H-10 C-30 -130 -60 -260 -90 -400Z", cloth.Lit(0.45));
        c.Shape($"M-120 -60 C-60 -80 0 -70 20 0 H-160Z", "#d9b878", 0.8).Line($"M-90 -470 L-300 -2 M-90 -470 L140 0 M-90 -470 L520 -120", cloth.Lit(0.7), 4, 0.5);
        c.Line($"M-260 -220 L-520 10 M460 -290 L640 10", "#f4efe4", 3, 0.8).Box(-526, -6, 10, 26, "#8d949b", 3).Box(636, -6, 10, 26, "#8d949b", 3);
        c.Place(330, 30, g => g.Shadow(0, 0, 90, 12).Box(-46, -120, 92, 118, g.Across("#5a5d63", "#26282d"), 10).Box(-32, -100, 64, 70, g.Round(0.5, 0.5, 0.6, new(0, "#fff3c4"), new(1, "#e0a13b")), 8).Glow(0, -66, 130, 110, "#ffdc8a", 0.6).Line($"M-40 -120 C-40 -170 40 -170 40 -120", "#8d949b", 6));
    }

    public static void Ball(Canvas c, Dice dice)
    {
        var dark = dice.Pick<Colour>("#23252b", "#2f6f9f", "#c8453a", "#3f8f5a");
        c.Shadow(30, 4, 330, 40, 0.6);
        c.Disc(0, -250, 250, c.Round(0.36, 0.3, 0.85, new(0, "#ffffff"), new(0.6, "#ece9e2"), new(1, "#8f8a84")));
        c.Clip($"M-250 -250 A250 250 0 0 1 250 -250 A250 250 0 0 1 -250 -250Z", g =>
        {
            Patch(g, 0, -250, 84, 0, dark);
            for (var i = 0; i < 5; i++)
            {
                var a = (i * 72 - 90) * Math.PI / 180;
                Patch(g, Math.Cos(a) * 232, -250 + Math.Sin(a) * 232, 80, 36, dark);
                g.Line($"M{Math.Cos(a) * 84} {-250 + Math.Sin(a) * 84} L{Math.Cos(a) * 160} {-250 + Math.Sin(a) * 160}", "#6f6a64", 5, 0.8);
                var b = a + Math.PI / 5;
                g.Line($"M{Math.Cos(a) * 160} {-250 + Math.Sin(a) * 160} L{Math.Cos(b) * 178} {-250 + Math.Sin(b) * 178} L{Math.Cos(a + Math.PI * 0.4) * 160} {-250 + Math.Sin(a + Math.PI * 0.4) * 160} M{Math.Cos(b) * 178} {-250 + Math.Sin(b) * 178} L{Math.Cos(b) * 250} {-250 + Math.Sin(b) * 250}", "#6f6a64", 5, 0.8);
            }

            g.Disc(40, -210, 300, g.Round(0.36, 0.3, 0.8, new(0.5, "#14121f", 0), new(1, "#14121f", 0.5))).Glow(-90, -370, 130, 90, "#ffffff", 0.75);
        });
    }

    private static void Patch(Canvas c, double x, double y, double r, double turn, Colour colour) => c.Place(x, y, g => g.Shape(
        $"M0 {-r} L{r * 0.951} {-r * 0.309} L{r * 0.588} {r * 0.809} L{-r * 0.588} {r * 0.809} L{-r * 0.951} {-r * 0.309}Z", g.Down(colour.Lit(0.15), colour.Shaded(0.2))), turn: turn);
}
