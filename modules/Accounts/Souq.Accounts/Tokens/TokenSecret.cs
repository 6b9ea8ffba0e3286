using System.Security.Cryptography;
using System.Text;

namespace Souq.Accounts.Tokens;

/// <summary>The secret of a token: <c>souq_</c> and 43 letters and digits, 256 bits of chance. The prefix lets scanners of published code find it.</summary>
public static class TokenSecret
{
    public const string Mark = "souq_";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Random = 43, Shown = 6;

    public static string New() => Mark + RandomNumberGenerator.GetString(Alphabet, Random);

    /// <summary>Hexadecimal; without salt, because chance needs none.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    /// <summary>As its owner sees it in his list: <c>souq_Ab12Cd</c>.</summary>
    public static string Prefix(string secret) => secret[..(Mark.Length + Shown)];

    public static bool IsShaped(string? text) => text is { Length: 48 } && text.StartsWith(Mark, StringComparison.Ordinal)
        && text.Skip(Mark.Length).All(char.IsAsciiLetterOrDigit);
}
