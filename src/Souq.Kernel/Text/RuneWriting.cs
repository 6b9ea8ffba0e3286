using System.Text;

namespace Souq.Kernel;

internal static class RuneWriting
{
    /// <summary>Appends without a string for every letter, which is what <c>Append</c> makes of a rune.</summary>
    public static StringBuilder Write(this StringBuilder builder, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        return builder.Append(units[..rune.EncodeToUtf16(units)]);
    }
}
