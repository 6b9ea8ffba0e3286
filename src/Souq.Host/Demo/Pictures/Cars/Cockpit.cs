using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

/// <summary>The view from the back seat: dashboard, wheel, screen. Fills the canvas below the windscreen.</summary>
internal static class Cockpit
{
    public static void Draw(Canvas c, Dice dice)
    {
        var trim = dice.Pick<Colour>("#2e2f34", "#3a342f", "#46423e", "#2a2f3a");
        var accent = dice.Pick<Colour>("#b98a5a", "#c9ced3", "#8b2f2f", "#7d6a56");
        c.Shape($"M0 0 H1200 V70 C900 30 300 30 0 70Z", c.Down(trim.Lit(0.5), trim.Lit(0.2)));
        c.Box(545, 40, 110, 62, "#1d1e22", 18).Box(553, 47, 94, 46, c.Aslant("#8ea3b0", "#d9e3e8"), 12);
        c.Shape($"M0 60 L130 470 H0Z", trim.Lit(0.25)).Shape($"M1200 60 L1070 470 H1200Z", trim.Shaded(0.2));
        c.Shape($"M0 470 C200 412 420 400 600 404 C800 400 1000 412 1200 470 V900 H0Z", c.Down(new(0, trim.Lit(0.28)), new(0.12, trim), new(0.5, trim.Shaded(0.3)), new(1, trim.Shaded(0.6))));
        c.Line($"M0 474 C200 416 420 404 600 408 C800 404 1000 416 1200 474", trim.Lit(0.6), 4, 0.5);
        c.Shape($"M0 560 C250 530 420 522 600 524 C800 522 980 530 1200 560 V588 C980 556 800 548 600 550 C420 548 250 556 0 588Z", c.Down(accent.Lit(0.35), accent.Shaded(0.25)));
        Screen(c, dice);
        foreach (var x in (double[])[452, 748, 1120])
            c.Box(x - 44, 470, 88, 40, "#121316", 10).Line($"M{x - 36} 480 H{x + 36} M{x - 36} 490 H{x + 36} M{x - 36} 500 H{x + 36}", "#5a5d63", 3);
        c.Shape($"M470 600 H730 L770 900 H430Z", c.Down(trim.Shaded(0.2), trim.Shaded(0.65)));
        foreach (var x in (double[])[530, 600, 670])
            c.Disc(x, 650, 24, c.Aslant("#7a7e85", "#26272b")).Ring(x, 650, 24, accent, 3);
        c.Box(584, 716, 32, 90, "#1a1b1f", 10).Disc(600, 716, 34, c.Round(0.35, 0.3, 0.8, new(0, "#6a6d74"), new(1, "#16171a")));
        Dials(c);
        Wheel(c, trim, accent);
    }

    private static void Screen(Canvas c, Dice dice)
    {
        c.Box(496, 424, 208, 128, "#0c0d10", 12).Box(504, 432, 192, 112, c.Aslant(dice.Pick<Colour>("#1d3f5c", "#20483f", "#3a2f52"), "#0f1a24"), 8);
        c.Line($"M514 530 C550 490 570 520 600 480 S660 470 690 446", "#f5c668", 5, 0.9).Line($"M520 446 L560 530 M600 440 L640 536", "#8fb2c6", 3, 0.5);
        c.Disc(600, 480, 8, "#ffffff");
    }

    private static void Dials(Canvas c)
    {
        c.Shape($"M150 470 C160 410 230 386 290 388 C350 386 420 410 430 470 V520 H150Z", "#141519");
        foreach (var (x, turn) in ((double, double)[])[(222, -40), (358, 25)])
        {
            c.Disc(x, 462, 58, c.Round(0.5, 0.4, 0.6, new(0, "#2b3644"), new(1, "#0c0e12"))).Ring(x, 462, 56, "#c9ced3", 3, 0.8);
            for (var i = 0; i < 9; i++)
                c.Place(x, 462, g => g.Box(-1.5, -50, 3, 10, "#f0f3f5"), turn: -120 + i * 30);
            c.Place(x, 462, g => g.Shape($"M-3 8 L0 -44 L3 8Z", "#ef5a3c"), turn: turn).Disc(x, 462, 7, "#333940");
        }
    }

    private static void Wheel(Canvas c, Colour trim, Colour accent)
    {
        c.Oval(290, 640, 218, 206, "none").Add($"<ellipse cx='296' cy='652' rx='214' ry='202' fill='none' stroke='#000' stroke-opacity='0.35' stroke-width='46'/>");
        c.Add($"<ellipse cx='290' cy='640' rx='214' ry='202' fill='none' stroke='{c.Aslant(new(0, "#5b5c62"), new(0.4, "#26272b"), new(1, "#0e0e11"))}' stroke-width='42'/>");
        c.Add($"<ellipse cx='290' cy='638' rx='226' ry='214' fill='none' stroke='#ffffff' stroke-opacity='0.16' stroke-width='5'/>");
        c.Shape($"M92 622 C160 596 190 600 220 604 L210 690 C180 690 130 680 84 668Z M488 622 C420 596 390 600 360 604 L370 690 C400 690 450 680 496 668Z M246 690 H334 L322 836 H258Z", c.Down("#4a4b51", "#1a1b1f"));
        c.Shape($"M206 606 C230 586 350 586 374 606 C384 640 380 690 352 716 C320 730 260 730 228 716 C200 690 196 640 206 606Z", c.Down(trim.Lit(0.28), trim.Shaded(0.45)));
        c.Disc(290, 656, 30, c.Aslant("#e8eaec", "#7f858c")).Disc(290, 656, 21, trim.Shaded(0.2)).Box(100, 636, 80, 12, accent, 6, 0.8).Box(400, 636, 80, 12, accent, 6, 0.8);
    }
}
