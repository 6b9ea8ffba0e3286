using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Souq.Kernel;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>
/// Rows in PostgreSQL's binary form of COPY: words and tags come as they are kept, and the server has no text to take apart. Each value is written
/// as of the type of its column, after which its method is called.
/// </summary>
internal sealed class CopyRows : IBufferWriter<byte>
{
    /// <summary>Before the first row: signature, no flags, no extension.</summary>
    public static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>After the last one.</summary>
    public static readonly byte[] End = [0xFF, 0xFF];

    /// <summary>PostgreSQL counts from here.</summary>
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private byte[] bytes = new byte[64 * 1024];
    private int count;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, count);

    public void Clear() => count = 0;

    public void Begin(short columns) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), columns);

    public void Boolean(bool value) => Field(1)[0] = value ? (byte)1 : (byte)0;

    public void SmallInt(long? value)
    {
        if (value is { } number) BinaryPrimitives.WriteInt16BigEndian(Field(sizeof(short)), checked((short)number));
        else Null();
    }

    public void Integer(int value) => BinaryPrimitives.WriteInt32BigEndian(Field(sizeof(int)), value);

    public void BigInt(long? value)
    {
        if (value is { } number) BinaryPrimitives.WriteInt64BigEndian(Field(sizeof(long)), number);
        else Null();
    }

    public void Uuid(Guid value) => value.TryWriteBytes(Field(16), bigEndian: true, out _);

    /// <summary>Cut to microseconds, as every other way into the database cuts.</summary>
    public void Timestamp(DateTimeOffset? value) =>
        BigInt(value is { } at ? (at.UtcTicks / TimeSpan.TicksPerMicrosecond) - (Epoch.UtcTicks / TimeSpan.TicksPerMicrosecond) : null);

    public void Text(string? value)
    {
        if (value is null) Null();
        else Measured(value, static (text, rows) => Encoding.UTF8.GetBytes(text, rows));
    }

    /// <summary>For a column of jsonb.</summary>
    public void Json(string value) => Measured(value, static (text, rows) =>
    {
        // The version of the form.
        rows.Take(1)[0] = 1;
        Encoding.UTF8.GetBytes(text, rows);
    });

    public void Vector(TsVector value) => Measured(value, static (vector, rows) => vector.Write(rows));

    public void Advance(int count) => this.count += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(count);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(count);

    private void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), -1);

    private Span<byte> Field(int size)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), size);
        return Take(size);
    }

    /// <summary>What is not known to be so long before it is written.</summary>
    private void Measured<T>(T value, Action<T, CopyRows> write)
    {
        var start = count;
        Take(sizeof(int));
        write(value, this);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start), count - start - sizeof(int));
    }

    private Span<byte> Take(int size)
    {
        var span = Room(size).AsSpan(count, size);
        count += size;
        return span;
    }

    private byte[] Room(int size)
    {
        if (bytes.Length - count < Math.Max(size, 1)) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, count + size));
        return bytes;
    }
}
