using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Souq.Kernel;

/// <summary>
/// Where a page of results ended, as one opaque word for an address: the sort key and the number of the last row. A word that was
/// cut, altered or made for another kind of key does not decode; a made-up one at worst names another place in the same list.
/// </summary>
public static class Cursor
{
    /// <summary>Kind, two numbers of eight bytes, check: 28 characters as text, always.</summary>
    private const int Bytes = 1 + 8 + 8 + 4, Characters = 28;

    private const byte ByTime = 1, ByNumber = 2;

    public static string Encode(DateTimeOffset at, long id) => Encode(ByTime, at.UtcTicks, id);

    public static string Encode(long key, long id) => Encode(ByNumber, key, id);

    /// <summary>The time comes back in UTC, to the tick.</summary>
    public static bool TryDecode(string? cursor, out DateTimeOffset at, out long id)
    {
        at = default;
        if (!TryDecode(cursor, ByTime, out var ticks, out id)) return false;
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;
        at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    public static bool TryDecode(string? cursor, out long key, out long id) => TryDecode(cursor, ByNumber, out key, out id);

    private static string Encode(byte kind, long key, long id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], id);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[17..], Check(bytes[..17]));
        return Base64Url.EncodeToString(bytes);
    }

    private static bool TryDecode(string? cursor, byte kind, out long key, out long id)
    {
        key = id = 0;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (cursor is not { Length: Characters }) return false;
        if (Base64Url.DecodeFromChars(cursor, bytes, out _, out var written) != OperationStatus.Done || written != Bytes) return false;
        if (bytes[0] != kind || BinaryPrimitives.ReadUInt32BigEndian(bytes[17..]) != Check(bytes[..17])) return false;
        key = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
        id = BinaryPrimitives.ReadInt64BigEndian(bytes[9..]);
        return true;
    }

    /// <summary>FNV-1a: against accidents, not against a reader who may page where he likes anyway.</summary>
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes) hash = unchecked((hash ^ b) * 16777619u);
        return hash;
    }
}
