using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Souq.Listings;

/// <summary>
/// Prices over time as one short text, <c>when:dinars when:dinars</c>: every change of an advert reads and writes all of them. Moments are ticks, UTC, each
/// counted from the one before. The list of objects that was written before is read as well.
/// </summary>
internal sealed class PricesJson : JsonConverter<IReadOnlyList<PricePoint>>
{
    public override IReadOnlyList<PricePoint> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) return JsonSerializer.Deserialize<PricePoint[]>(ref reader, options) ?? [];
        var text = reader.HasValueSequence ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        var points = new List<PricePoint>();
        for (var at = 0L; text.Length > 0;)
        {
            at += Number(ref text);
            points.Add(new(new DateTimeOffset(at, TimeSpan.Zero), Number(ref text)));
        }

        return points;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<PricePoint> value, JsonSerializerOptions options)
    {
        var text = new StringBuilder();
        for (var (i, before) = (0, 0L); i < value.Count; i++)
        {
            if (i > 0) text.Append(' ');
            text.Append(CultureInfo.InvariantCulture, $"{value[i].At.UtcTicks - before}:{value[i].Dinars}");
            before = value[i].At.UtcTicks;
        }

        writer.WriteStringValue(text.ToString());
    }

    /// <summary>Takes a number and what parts it from the next.</summary>
    private static long Number(ref ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out long number, out var length)) throw new JsonException("Not prices over time");
        text = text[Math.Min(length + 1, text.Length)..];
        return number;
    }
}
