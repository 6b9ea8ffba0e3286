using System.Text;

namespace Souq.Listings.Importing.Files;

/// <summary>Which alphabet a file was saved in: it does not say, and spreadsheets here save three.</summary>
public static class SheetEncoding
{
    // Programs of long ago end a text with it.
    private const char EndOfFile = '\u001A';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, and the alphabet's name: UTF-8, UTF-16, Windows-1256 or Windows-1252.</summary>
    public static (string Text, string Name) Read(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(bytes.AsSpan(2)), "UTF-16");
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)), "UTF-16");
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return (Utf8.GetString(bytes.AsSpan(start)), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            var arabic = Windows(1256).GetString(bytes);
            return IsArabic(arabic) ? (arabic, "Windows-1256") : (Windows(1252).GetString(bytes), "Windows-1252");
        }
    }

    /// <summary>Whether it is what a person can read: documents, pictures and workbooks are not, whatever they are called.</summary>
    public static bool IsText(string text) => !text.StartsWith("%PDF-", StringComparison.Ordinal) && !text.StartsWith("{\\rtf", StringComparison.Ordinal)
        && !text.Any(c => char.IsControl(c) && c is < '\u007F' and not ('\t' or '\r' or '\n' or '\v' or '\f' or EndOfFile));

    private static Encoding Windows(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    // The two differ where one has Arabic letters and the other É, À and their like: read wrongly, those stand in or beside Latin words.
    private static bool IsArabic(string text)
    {
        var (words, strays) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            var word = text.AsSpan(start, at - start);
            at = Math.Max(at, start + 1);
            var arabic = Count(word);
            if (arabic == word.Length && arabic > 1) words++;
            else if (arabic > 0) strays++;
        }

        return words > strays;
    }

    private static int Count(ReadOnlySpan<char> word)
    {
        var arabic = 0;
        foreach (var letter in word)
            if (letter is >= '\u0600' and <= '\u06FF') arabic++;
        return arabic;
    }
}
