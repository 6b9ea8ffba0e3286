using System.Text;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>
/// The consonants of a place name: what stays the same however it is transcribed (Aïn Oussera, Ain Oussara; Yakouren, Yakourène).
/// Too short a skeleton says too little and is empty.
/// </summary>
internal static class PlaceKey
{
    private const int Shortest = 3;
    // Latin vowels and half-vowels with h; alef, waw, ya, ha and hamza.
    private const string Weak = "aeiouywh\u0627\u0648\u064A\u0647\u0621";
    private const string ArabicArticle = "\u0627\u0644";
    private static readonly HashSet<string> Articles = ["el", "al", "l", "es", "et", "ed"];

    public static string Of(string? text)
    {
        var words = SafeText.Line(text).Split(' ', '-').Select(NameKey.Of).Where(word => word.Length > 0 && !Articles.Contains(word));
        var name = string.Concat(words.Select(word => word.StartsWith(ArabicArticle, StringComparison.Ordinal) ? word[2..] : word))
            .Replace("ck", "k", StringComparison.Ordinal)
            .Replace("dj", "j", StringComparison.Ordinal)
            .Replace("ch", "c", StringComparison.Ordinal);
        var key = new StringBuilder();
        foreach (var letter in name.Where(letter => !Weak.Contains(letter)))
            if (key.Length == 0 || key[^1] != letter)
                key.Append(letter);
        return key.Length < Shortest ? "" : key.ToString();
    }
}
