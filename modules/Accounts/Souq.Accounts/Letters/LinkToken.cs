using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Souq.Accounts.Letters;

/// <summary>What a link in a letter proves: whose mailbox it was read in, and how things stood when it was written.</summary>
/// <param name="Stamp">Fingerprint of the security stamp of that moment.</param>
public sealed record LinkProof(Guid PersonId, string Stamp);

/// <summary>Writes and reads the secret part of links in letters; a link for one purpose is nothing for another.</summary>
public sealed class LinkToken(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Confirm = "accounts.confirm";
    public const string Reset = "accounts.reset";
    private const int StampLength = 12;

    public string Write(string purpose, Person person, TimeSpan life)
    {
        Span<byte> plain = stackalloc byte[16 + 8 + StampLength];
        person.Id.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain[16..], (time.GetUtcNow() + life).ToUnixTimeSeconds());
        Fingerprint(person.SecurityStamp).CopyTo(plain[24..]);
        return WebEncoders.Base64UrlEncode(protection.CreateProtector(purpose).Protect(plain.ToArray()));
    }

    /// <summary><c>null</c> when it is no token of ours, for another purpose, or too old.</summary>
    public LinkProof? Read(string purpose, string? token)
    {
        if (token is null or { Length: > 400 }) return null;
        byte[] plain;
        try
        {
            plain = protection.CreateProtector(purpose).Unprotect(WebEncoders.Base64UrlDecode(token));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }

        if (plain.Length != 24 + StampLength || BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(16)) < time.GetUtcNow().ToUnixTimeSeconds())
            return null;
        return new LinkProof(new Guid(plain.AsSpan(0, 16)), Convert.ToHexString(plain.AsSpan(24)));
    }

    /// <summary>Whether a stamp from a link belongs to the security stamp a person has now.</summary>
    public static bool Fits(string stamp, string securityStamp) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(stamp), Encoding.ASCII.GetBytes(Convert.ToHexString(Fingerprint(securityStamp))));

    private static ReadOnlySpan<byte> Fingerprint(string stamp) => SHA256.HashData(Encoding.UTF8.GetBytes(stamp)).AsSpan(0, StampLength);
}
