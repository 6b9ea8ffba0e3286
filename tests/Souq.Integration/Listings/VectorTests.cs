using System.Buffers;
using System.Buffers.Binary;
using CsCheck;
using Npgsql;
using Souq.Integration.Road;
using Souq.Kernel;

namespace Souq.Integration.Listings;

/// <summary>Words come into the index as text, from a projection, or as bytes, when thousands come at once: PostgreSQL must make the same of both.</summary>
[Collection(nameof(Market))]
public sealed class VectorTests(Market market)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Words = ["سياره", "clio", "cli", "clios", "~kl", "f3", "1.6", "é", "ﷺ", "it's", "c:\\dir", "a b", "\uFFFD", "😀", "😀a", "\U00020000"];

    private static readonly Gen<string> Lexemes = Gen.Frequency(
        (4, Gen.Int[0, Words.Length - 1].Select(i => Words[i])),
        (1, Gen.Char['a', 'e'].Array[1, 6].Select(c => new string(c))));

    private static readonly Gen<(string Lexeme, int Place, char Weight)[]> Entries =
        Gen.Select(Lexemes, Gen.Int[1, 40], Gen.Char['A', 'D']).Array[0, 30];

    [Fact]
    public async Task Bytes_say_what_the_text_says()
    {
        var made = new List<(string, int, char)[]>();
        Entries.Sample(made.Add, iter: 400, threads: 1);
        // One word over and over, and one that stands further back than PostgreSQL counts.
        made.Add([.. Enumerable.Range(1, 400).Select(i => ("word", i, 'C'))]);
        made.Add([("far", 20_000, 'A'), ("far", 16_383, 'A'), ("near", 16_382, 'B')]);
        await Compare([.. made.Select(entries => Of(entries, hasPlaces: true))]);
    }

    [Fact]
    public async Task Bytes_of_tags_too()
    {
        var made = new List<(string, int, char)[]>();
        Entries.Sample(made.Add, iter: 200, threads: 1);
        await Compare([.. made.Select(entries => Of(entries, hasPlaces: false))]);
    }

    private static TsVector Of((string Lexeme, int Place, char Weight)[] entries, bool hasPlaces)
    {
        var vector = new TsVector(hasPlaces);
        foreach (var (lexeme, place, weight) in entries) vector.Add(lexeme, place, weight);
        return vector;
    }

    private async Task Compare(TsVector[] vectors)
    {
        await using var connection = await market.Service<NpgsqlDataSource>().OpenConnectionAsync(Cancel);
        await Execute(connection, "create temporary table made (place int, vector tsvector)");
        await using (var copy = await connection.BeginRawBinaryCopyAsync("copy made from stdin (format binary)", Cancel))
        {
            await copy.WriteAsync((byte[])[.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, .. new byte[8]], Cancel);
            foreach (var (place, vector) in vectors.Index()) await copy.WriteAsync(Row(place, vector), Cancel);
            await copy.WriteAsync((byte[])[0xFF, 0xFF], Cancel);
        }

        await using var compare = new NpgsqlCommand(
            """
            select m.place, m.vector::text, t.text::tsvector::text from made m join unnest($1::text[]) with ordinality t(text, place) on t.place = m.place + 1
            where m.vector::text <> t.text::tsvector::text or m.vector <> t.text::tsvector
            """, connection)
        { Parameters = { new() { Value = vectors.Select(v => v.ToString()).ToArray() } } };
        var different = new List<string>();
        await using (var row = await compare.ExecuteReaderAsync(Cancel))
            while (await row.ReadAsync(Cancel)) different.Add($"{row.GetString(1)} is not {row.GetString(2)}");
        different.ShouldBeEmpty();
        await Execute(connection, "drop table made");
    }

    private static byte[] Row(int place, TsVector vector)
    {
        var bytes = new ArrayBufferWriter<byte>();
        vector.Write(bytes);
        var row = new byte[14 + bytes.WrittenCount];
        BinaryPrimitives.WriteInt16BigEndian(row, 2);
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(2), 4);
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(6), place);
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(10), bytes.WrittenCount);
        bytes.WrittenSpan.CopyTo(row.AsSpan(14));
        return row;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
