using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

internal static class Parts
{
    /// <summary>An engine and two wheels, standing on y = 0.</summary>
    public static void Draw(Canvas c, Dice dice)
    {
        c.Shadow(0, 4, 540, 40, 0.6);
        Wheel.Draw(c, 300, -190, 190, dice.Pick(5, 7, 10), dice.Pick<Colour>("#d5d8dc", "#8f949b", "#4a4d53"), dice.Between(0, 60));
        c.Shadow(170, 0, 160, 22, 0.5);
        Wheel.Draw(c, 130, -120, 120, 0, "#c2c6cb", 0);
        c.Shape($"M-470 -60 L-450 -250 H-90 L-60 -60 C-80 -20 -440 -20 -470 -60Z", c.Across(new(0, "#6a6e75"), new(0.3, "#b8bcc2"), new(1, "#4a4d53"))).Shape($"M-420 -30 H-110 L-130 0 H-400Z", "#26272b");
        for (var i = 0; i < 4; i++)
            c.Box(-446 + i * 92, -220, 74, 120, c.Aslant("#9aa0a6", "#53575e"), 10).Line($"M{-436 + i * 92} -190 H{-382 + i * 92} M{-436 + i * 92} -164 H{-382 + i * 92} M{-436 + i * 92} -138 H{-382 + i * 92}", "#3a3c42", 5, 0.6);
        c.Box(-462, -350, 384, 104, c.Down("#c9ced3", "#7d838b"), 10);
        var cover = dice.Pick<Colour>("#23252b", "#8a2a26", "#2f4f6f");
        c.Box(-440, -430, 340, 88, c.Down(cover.Lit(0.35), cover.Shaded(0.25)), 18).Box(-330, -404, 120, 22, "#c9ced3", 6, 0.85).Disc(-140, -436, 30, "#17181b").Disc(-140, -440, 20, "#e0b84a");
        for (var i = 0; i < 4; i++)
            c.Line($"M{-412 + i * 84} -350 C{-440 + i * 80} -300 {-420 + i * 70} -250 {-500 + i * 20} -200", "#a9745a", 22).Line($"M{-416 + i * 84} -350 C{-444 + i * 80} -300 {-424 + i * 70} -250 {-504 + i * 20} -200", "#e6c2a4", 6, 0.6);
        foreach (var (x, y, r) in ((double, double, double)[])[(-84, -130, 66), (-70, -290, 44), (-40, -60, 36)])
            c.Disc(x, y, r, c.Aslant("#8d949b", "#26272b")).Ring(x, y, r * 0.7, "#17181b", 5, 0.6).Disc(x, y, r * 0.25, "#d5d8dc");
        c.Line($"M-128 -120 L-106 -300 M-34 -300 L-18 -120 M-70 -36 L-10 -40", "#17181b", 9);
    }
}
