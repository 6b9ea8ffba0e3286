using System.Security.Cryptography;
using System.Text;

namespace Souq.Kernel;

/// <summary>Name-based identifiers (RFC 9562 version 5): the same name gives the same id on every machine and in every run.</summary>
public static class DeterministicGuid
{
    public static Guid Create(Guid space, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var buffer = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(buffer, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, buffer.AsSpan(16));
#pragma warning disable CA5350 // Version 5 is defined with SHA-1; nothing secret depends on it.
        var hash = SHA1.HashData(buffer);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
