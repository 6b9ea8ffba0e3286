using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

/// <summary>The front or the back of a car, 600 units wide about x = 0, standing on y = 400.</summary>
internal static class CarFace
{
    /// <summary>How tall a body is from the ground, and where bonnet and window meet.</summary>
    private sealed record Build(double Roof, double Belt, double RoofHalf, double Clearance)
    {
        public static Build Of(CarShape shape) => shape.FrontHeight switch
        {
            > 400 => new(-176, 34, 226, 344),
            > 340 => new(-108, 50, 192, 326),
            > 320 => new(-92, 62, 178, 346),
            _ => new(-66, 70, 170, 348),
        };
    }

    public static void Front(Canvas c, CarLook look)
    {
        var b = Body(c, look);
        var p = look.Paint;
        c.Shape($"M-262 150 C-240 110 -228 {b.Belt + 26} -216 {b.Belt} H216 C228 {b.Belt + 26} 240 110 262 150 C150 138 -150 138 -262 150Z", c.Down(new(0, p.Lit(0.15)), new(0.5, p.Lit(0.5)), new(1, p.Lit(0.1))));
        c.Line($"M-130 {b.Belt + 6} C-150 100 -160 120 -164 148 M130 {b.Belt + 6} C150 100 160 120 164 148", p.Shaded(0.5), 3, 0.4);
        c.Line($"M-262 152 C-150 140 150 140 262 152", p.Shaded(0.7), 3, 0.5);
        c.Shape($"M-150 176 H150 L128 238 H-128Z", c.Down("#15171b", "#2b2e34"));
        for (var y = 188; y < 238; y += 13)
            c.Line($"M{-146 + (y - 176) * 0.34} {y} H{146 - (y - 176) * 0.34}", look.ChromeLine ? "#c9ced3" : "#4a4e55", 4, 0.75);
        c.Disc(0, 206, 24, c.Aslant("#f0f2f4", "#8c929a")).Disc(0, 206, 16, p.Shaded(0.25));
        c.Shape($"M-190 272 H190 L170 326 H-170Z", "#17191d").Box(-230, 328, 460, 18, "#26282d", 8);
        foreach (var side in (int[])[-1, 1])
        {
            c.Shape($"M{side * 166} 174 L{side * 286} 166 C{side * 298} 190 {side * 296} 222 {side * 284} 236 C{side * 240} 240 {side * 190} 228 {side * 166} 174Z", c.Down(new(0, "#ffffff"), new(0.5, "#b8c6d2"), new(1, "#57646f")));
            c.Line($"M{side * 166} 174 L{side * 286} 166 C{side * 298} 190 {side * 296} 222 {side * 284} 236 C{side * 240} 240 {side * 190} 228 {side * 166} 174Z", "#1b1e23", 3, 0.7);
            c.Disc(side * 250, 202, 21, c.Round(0.5, 0.5, 0.5, new(0, "#ffffff"), new(0.5, "#dfe9f0"), new(1, "#7b8892"))).Ring(side * 250, 202, 21, "#4a545d", 3);
            c.Disc(side * 240, 300, 17, "#0f1013").Disc(side * 240, 300, 12, "#cfd6dc");
            if (look.Lamps)
                c.Glow(side * 250, 202, 110, 90, "#fff6d0", 0.85);
        }

        Plate(c, 252, "#f4f4f0");
    }

    public static void Rear(Canvas c, CarLook look)
    {
        var b = Body(c, look);
        var p = look.Paint;
        c.Shape($"M-270 100 C-230 {b.Belt + 20} -222 {b.Belt + 10} -216 {b.Belt} H216 C222 {b.Belt + 10} 230 {b.Belt + 20} 270 100 C280 160 280 220 270 262 H-270 C-280 220 -280 160 -270 100Z", c.Down(new(0, p.Lit(0.4)), new(0.3, p.Lit(0.1)), new(0.36, p.Shaded(0.12)), new(1, p.Shaded(0.3))));
        c.Line($"M-222 {b.Belt + 6} C-240 140 -236 220 -220 262 H220 C236 220 240 140 222 {b.Belt + 6}", p.Shaded(0.7), 3, 0.5);
        c.Line($"M-250 136 C-120 124 120 124 250 136", p.Lit(0.8), 5, 0.45).Glow(-90, 118, 180, 22, "#ffffff", 0.4);
        foreach (var side in (int[])[-1, 1])
        {
            c.Shape($"M{side * 176} 146 L{side * 284} 118 C{side * 296} 150 {side * 296} 190 {side * 288} 214 L{side * 196} 206 C{side * 180} 190 {side * 174} 168 {side * 176} 146Z", c.Down(new(0, "#f0685a"), new(0.55, "#b01e28"), new(1, "#7c1019")));
            c.Line($"M{side * 190} 178 L{side * 286} 170", "#ffd9c9", 9, 0.75).Line($"M{side * 176} 146 L{side * 284} 118", "#2a0a0e", 3, 0.6);
            c.Box(side * 240 - 40, 300, 80, 12, "#a32030", 4);
        }

        c.Box(-210, 326, 420, 22, "#222428", 9);
        c.Oval(170, 352, 30, 10, "#8b9097").Oval(170, 352, 24, 6, "#15161a");
        c.Disc(0, 158, 18, c.Aslant("#f0f2f4", "#8c929a"));
        Plate(c, 206, "#f3c93f");
    }

    private static Build Body(Canvas c, CarLook look)
    {
        var b = Build.Of(look.Shape);
        var p = look.Paint;
        c.Shadow(0, 398, 400, 44, 0.7);
        foreach (var side in (int[])[-1, 1])
            c.Box(side * 246 - 42, 270, 84, 130, c.Across("#101013", "#34353a"), 20);
        FormattableString roof = $"M-232 {b.Belt + 30} C-214 {b.Belt - 30} {-b.RoofHalf - 12} {b.Roof + 40} {-b.RoofHalf + 8} {b.Roof + 14} C{-b.RoofHalf + 60} {b.Roof - 8} {b.RoofHalf - 60} {b.Roof - 8} {b.RoofHalf - 8} {b.Roof + 14} C{b.RoofHalf + 12} {b.Roof + 40} 214 {b.Belt - 30} 232 {b.Belt + 30}Z";
        c.Shape(roof, c.Down(p.Lit(0.45), p.Shaded(0.35)));
        FormattableString glass = $"M-206 {b.Belt + 4} C-190 {b.Belt - 40} {-b.RoofHalf + 2} {b.Roof + 56} {-b.RoofHalf + 20} {b.Roof + 32} C{-b.RoofHalf + 80} {b.Roof + 20} {b.RoofHalf - 80} {b.Roof + 20} {b.RoofHalf - 20} {b.Roof + 32} C{b.RoofHalf - 2} {b.Roof + 56} 190 {b.Belt - 40} 206 {b.Belt + 4} C80 {b.Belt - 8} -80 {b.Belt - 8} -206 {b.Belt + 4}Z";
        c.Shape(glass, c.Down("#26333e", "#7d929b"));
        c.Clip(glass, g => g
            .Shape($"M-120 {b.Belt + 20} C-130 {b.Belt - 60} -90 {b.Belt - 84} -70 {b.Belt - 84} C-46 {b.Belt - 84} -30 {b.Belt - 50} -30 {b.Belt + 20}Z M30 {b.Belt + 20} C30 {b.Belt - 60} 60 {b.Belt - 84} 80 {b.Belt - 84} C104 {b.Belt - 84} 126 {b.Belt - 50} 120 {b.Belt + 20}Z", "#121a20", 0.55)
            .Shape($"M-170 {b.Belt + 20} L-40 {b.Roof} H30 L-100 {b.Belt + 20}Z", "#ffffff", 0.22).Shape($"M-70 {b.Belt + 20} L60 {b.Roof} H80 L-46 {b.Belt + 20}Z", "#ffffff", 0.15));
        c.Line(glass, "#111317", 5, 0.8);
        foreach (var side in (int[])[-1, 1])
            c.Shape($"M{side * 218} {b.Belt + 6} L{side * 250} {b.Belt - 34} C{side * 292} {b.Belt - 44} {side * 304} {b.Belt - 20} {side * 296} {b.Belt} C{side * 270} {b.Belt + 8} {side * 240} {b.Belt + 12} {side * 218} {b.Belt + 6}Z", c.Down(p.Lit(0.4), p.Shaded(0.45)));
        c.Shape($"M-256 {b.Clearance} C-300 340 -306 290 -300 236 C-298 190 -284 150 -236 {b.Belt + 24} H236 C284 150 298 190 300 236 C306 290 300 340 256 {b.Clearance}Z", c.Down(new(0, p.Lit(0.25)), new(0.4, p), new(0.75, p.Shaded(0.28)), new(1, p.Shaded(0.6))));
        c.Glow(-150, 200, 160, 60, "#ffffff", 0.25);
        return b;
    }

    /// <summary>A number plate as careful sellers show it: blurred.</summary>
    private static void Plate(Canvas c, double y, Colour colour)
    {
        c.Box(-72, y, 144, 34, colour, 5).Box(-72, y, 144, 34, "#000000", 5, 0.06);
        for (var i = 0; i < 7; i++)
            c.Glow(-51 + i * 17, y + 17, 13, 17, "#3a3a3a", 0.6);
    }
}
