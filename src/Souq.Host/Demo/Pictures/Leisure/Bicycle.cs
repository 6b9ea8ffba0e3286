using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Leisure;

/// <summary>A bicycle about 860 wide about x = 0, its wheels on y = 0.</summary>
internal static class Bicycle
{
    public static void Draw(Canvas c, Dice dice)
    {
        var paint = dice.Pick<Colour>("#c8453a", "#2f6f9f", "#2b2f36", "#3f8f6f", "#e0a13b", "#f1ede4", "#7a5a9a");
        var town = dice.Chance(0.45);
        c.Shadow(0, 0, 470, 24, 0.5);
        Wheel(c, -260, -178, 172);
        Wheel(c, 260, -178, 172);
        Tube(c, $"M-260 -178 L-20 -170", paint.Shaded(0.2), 13);
        Tube(c, $"M-260 -178 L-92 -392", paint.Shaded(0.2), 12);
        if (town)
            Tube(c, $"M-20 -170 C60 -240 130 -330 184 -404", paint, 19);
        else
            Tube(c, $"M-84 -396 L182 -420", paint, 18);
        Tube(c, $"M-20 -170 L-112 -436", paint, 19);
        Tube(c, $"M-20 -170 L{(town ? 170 : 190)} {(town ? -372 : -392)}", paint, 21);
        Tube(c, $"M172 -440 L200 -360 C214 -300 236 -250 260 -178", paint.Shaded(0.1), 17);
        c.Line($"M172 -440 L160 -480", "#8d949b", 12);
        if (town)
            c.Line($"M160 -480 C170 -520 120 -530 60 -510", "#8d949b", 12).Line($"M92 -520 L48 -506", "#6b4a30", 20);
        else
            c.Line($"M110 -478 L214 -486", "#2b2f36", 13).Line($"M192 -486 L232 -484", "#17181b", 20);
        c.Line($"M-112 -436 L-122 -466", "#8d949b", 12).Shape($"M-192 -482 C-160 -500 -90 -488 -44 -474 C-60 -456 -140 -452 -186 -462Z", c.Down("#4a3a30", "#1c1714"));
        c.Line($"M-260 -190 H-20 M-260 -164 L-20 -148", "#4a4d53", 4, 0.9);
        c.Disc(-20, -170, 46, "#2b2d33").Ring(-20, -170, 44, "#b8bcc2", 6).Disc(-20, -170, 14, "#d5d8dc").Disc(-260, -178, 22, "#4a4d53");
        c.Line($"M-20 -170 L34 -104", "#8d949b", 12).Box(14, -106, 62, 13, "#17181b", 5);
        if (town)
            c.Shape($"M196 -452 h128 l-16 96 h-98Z", c.Down("#d9b07a", "#8a5f3e")).Line($"M200 -430 H318 M206 -404 H314 M212 -378 H310", "#6b4a30", 3, 0.5).Disc(226, -458, 18, "#5f9a52").Disc(262, -464, 22, "#e0708a").Disc(296, -458, 18, "#f0b84a");
    }

    private static void Tube(Canvas c, FormattableString path, Colour paint, double width) =>
        c.Line(path, paint.Shaded(0.35), width).Line(path, paint, width * 0.66).Line(path, paint.Lit(0.65), width * 0.2, 0.8);

    private static void Wheel(Canvas c, double x, double y, double r)
    {
        for (var i = 0; i < 14; i++)
            c.Place(x, y, g => g.Line($"M0 0 V{-r}", "#c9ced3", 1.6, 0.8), turn: i * 360 / 14.0);
        c.Ring(x, y, r - 6, "#17181b", 16).Ring(x, y, r - 17, "#b8bcc2", 6).Ring(x, y, r, "#4a4d53", 3, 0.7).Disc(x, y, 12, "#8d949b");
    }
}
