using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Duplicates;

/// <summary>
/// The pictures of adverts that are or were lately on the market, by what they look like; written by <see cref="PhotoHashProjection"/>.
/// Two hashes that differ in at most six of 64 bits agree wholly in one of seven bands of them: the index finds those, and only they are
/// compared bit by bit.
/// </summary>
public sealed class PhotoHashTable : Table
{
    public const string Name = "listings.photo_hashes";
    private const int Bands = PhotoHash.Same + 1;

    public PhotoHashTable() : base(new PostgresqlObjectName("listings", "photo_hashes", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn<Guid>("listing_id").AsPrimaryKey();
        AddColumn("photo_id", "text").AsPrimaryKey();
        AddColumn("seller_id", "uuid").NotNull();
        AddColumn("number", "bigint").NotNull();
        AddColumn("hash", "bit(64)").NotNull();
        AddColumn("bands", "integer[]").NotNull();
        Indexes.Add(new IndexDefinition("photo_hashes_bands") { Method = IndexMethod.gin }.AgainstColumns("bands"));
    }

    /// <summary>The seven pieces of a hash, each with its place, so that equal pieces of different places stay apart.</summary>
    public static int[] BandsOf(ulong hash)
    {
        var bands = new int[Bands];
        for (var band = 0; band < Bands; band++)
        {
            // 64 bits in seven: one of ten and six of nine.
            var (from, width) = band == 0 ? (0, 10) : (1 + (band * 9), 9);
            bands[band] = (band << 10) | (int)(hash >> from & ((1UL << width) - 1));
        }

        return bands;
    }

    /// <summary>As PostgreSQL reads a <c>bit(64)</c>.</summary>
    public static string Bits(ulong hash) => Convert.ToString((long)hash, 2).PadLeft(64, '0');
}
