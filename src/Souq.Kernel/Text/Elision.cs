using System.Text;

namespace Souq.Kernel;

/// <summary>An apostrophe between letters: French articles before it fall away (l'auto, d'hôte), else it joins (M'Sila, N'Gaous).</summary>
internal static class Elision
{
    public static void Close(StringBuilder words)
    {
        var start = words.Length;
        while (start > 0 && words[start - 1] != ' ') start--;
        var before = words.ToString(start, words.Length - start);
        if (before is "l" or "d" or "j" or "s" or "c" or "qu") words.Length = start;
    }
}
