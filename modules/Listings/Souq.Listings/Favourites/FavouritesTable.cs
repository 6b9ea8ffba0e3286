using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Favourites;

/// <summary>
/// What a person keeps, and at which price he began to. What he lets go stays as a row that is not kept, so that an advert he takes up
/// again counts no second time; everything of his goes when he does.
/// </summary>
public sealed class FavouritesTable : Table
{
    public const string Name = "listings.favourites";

    public FavouritesTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("person", "uuid").AsPrimaryKey();
        AddColumn("listing", "uuid").AsPrimaryKey();
        AddColumn("number", "bigint").NotNull();
        AddColumn("at", "timestamptz").NotNull();
        AddColumn("price", "bigint");
        AddColumn("per", "text").NotNull();
        AddColumn("kept", "boolean").NotNull();
        Indexes.Add(new IndexDefinition("favourites_kept") { Columns = ["person", "at", "number"], Predicate = "kept" });
    }
}
