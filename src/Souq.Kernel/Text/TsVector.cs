using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Souq.Kernel;

/// <summary>
/// Lexemes with the places where they stand and how much they count there, for a <c>tsvector</c>: as PostgreSQL reads it from text, or as it is sent
/// in binary, which spares the server half of the work.
/// </summary>
/// <param name="hasPlaces">Without them it is a set of lexemes, such as tags.</param>
/// <param name="room">About how many lexemes there will be.</param>
public sealed class TsVector(bool hasPlaces = true, int room = 0)
{
    /// <summary>Of a place, and places of one lexeme: PostgreSQL keeps no more.</summary>
    private const int LastPlace = 16383, MostPlaces = 256;

    private readonly List<(string Lexeme, ushort Place)> entries = new(room);

    /// <param name="place">From 1; what lies too far back stands at the last one.</param>
    /// <param name="weight">From A, which counts most, to D.</param>
    public void Add(string lexeme, int place = 1, char weight = 'D') =>
        entries.Add((lexeme, (ushort)(Math.Min(place, LastPlace) | (('D' - weight) << 14))));

    /// <summary>A lexeme as it stands in the text of a vector or of a query.</summary>
    public static string Quoted(string lexeme) => "'" + lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>To be cast (<c>@v::tsvector</c>).</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (lexeme, place) in entries)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(Quoted(lexeme));
            if (hasPlaces) text.Append(CultureInfo.InvariantCulture, $":{PlaceOf(place)}{(char)('D' - (place >> 14))}");
        }

        return text.ToString();
    }

    /// <summary>
    /// As <c>tsvectorrecv</c> takes it: how many lexemes, and of each, in the order of their bytes, its text, how many places, and the places, each
    /// once and with its greatest weight.
    /// </summary>
    public void Write(IBufferWriter<byte> to)
    {
        // In the order of UTF-16, which is that of the bytes but for letters outside of the basic plane; those the server puts in order.
        entries.Sort(Order);
        Number(to, Distinct(entries), sizeof(int));
        for (var first = 0; first < entries.Count;)
        {
            var end = first + 1;
            while (end < entries.Count && entries[end].Lexeme == entries[first].Lexeme) end++;
            Encoding.UTF8.GetBytes(entries[first].Lexeme, to);
            to.Write<byte>([0]);
            Places(to, hasPlaces ? CollectionsMarshal.AsSpan(entries)[first..end] : []);
            first = end;
        }
    }

    private static void Places(IBufferWriter<byte> to, ReadOnlySpan<(string Lexeme, ushort Place)> same)
    {
        Span<ushort> places = stackalloc ushort[MostPlaces];
        var count = 0;
        foreach (var (_, place) in same)
            if (count == 0 || (count < MostPlaces && PlaceOf(places[count - 1]) != PlaceOf(place))) places[count++] = place;
        Number(to, count, sizeof(ushort));
        foreach (var place in places[..count]) Number(to, place, sizeof(ushort));
    }

    private static int Distinct(List<(string Lexeme, ushort Place)> sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Count; i++)
            if (i == 0 || sorted[i].Lexeme != sorted[i - 1].Lexeme) count++;
        return count;
    }

    /// <summary>By the lexeme, then from the front to the back, at each place the greatest weight first.</summary>
    private static int Order((string Lexeme, ushort Place) one, (string Lexeme, ushort Place) other)
    {
        var order = string.CompareOrdinal(one.Lexeme, other.Lexeme);
        if (order == 0) order = PlaceOf(one.Place) - PlaceOf(other.Place);
        return order != 0 ? order : other.Place - one.Place;
    }

    private static void Number(IBufferWriter<byte> to, int number, int size)
    {
        var span = to.GetSpan(size);
        if (size == sizeof(int)) BinaryPrimitives.WriteInt32BigEndian(span, number);
        else BinaryPrimitives.WriteUInt16BigEndian(span, (ushort)number);
        to.Advance(size);
    }

    private static int PlaceOf(ushort place) => place & LastPlace;
}
