using System.Security.Cryptography;

namespace Souq.Listings.Photos;

/// <summary>A photo is called by what was uploaded: 32 lower-case hexadecimal digits of its SHA-256. The same file is the same photo.</summary>
public static class PhotoId
{
    public const int Length = 32;

    public static string Of(ReadOnlySpan<byte> upload)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(upload, hash);
        return Convert.ToHexStringLower(hash[..(Length / 2)]);
    }

    /// <summary>Only ids of this form reach a store, so no path, dot or slash does.</summary>
    public static bool IsValid(string? id) => id is { Length: Length } && id.All(char.IsAsciiHexDigitLower);
}
