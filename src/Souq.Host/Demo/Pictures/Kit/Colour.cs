using System.Globalization;

namespace Souq.Host.Demo.Pictures.Kit;

/// <summary>An opaque sRGB colour. Light is warm and shadow is cool here, as in the afternoon.</summary>
internal readonly record struct Colour(byte R, byte G, byte B)
{
    private static readonly Colour s_light = new(255, 249, 236);
    private static readonly Colour s_shadow = new(28, 26, 48);

    /// <summary>From <c>#rrggbb</c>.</summary>
    public static implicit operator Colour(string hex) => new(Part(hex, 1), Part(hex, 3), Part(hex, 5));

    /// <param name="by">0: unchanged, 1: the colour of light itself.</param>
    public Colour Lit(double by) => Mix(s_light, by);

    /// <param name="by">0: unchanged, 1: deep shadow.</param>
    public Colour Shaded(double by) => Mix(s_shadow, by);

    public Colour Mix(Colour other, double by) => new(Between(R, other.R, by), Between(G, other.G, by), Between(B, other.B, by));

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static byte Part(string hex, int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte Between(byte a, byte b, double by) => (byte)Math.Clamp(Math.Round(a + (b - a) * by), 0, 255);
}
