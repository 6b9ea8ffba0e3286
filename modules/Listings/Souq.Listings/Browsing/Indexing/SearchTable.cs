using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>
/// What searching needs of every advert that is or was on the market, one row each; written by <see cref="SearchRows"/> alone.
/// <c>words</c> is built from text folded in C#, so that index, query and highlighting agree; <c>tags</c> are <see cref="SearchTags"/>.
/// </summary>
public sealed class SearchTable : Table
{
    public const string Name = "listings.search";

    public SearchTable() : base(new PostgresqlObjectName("listings", "search", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn<Guid>("id").AsPrimaryKey();
        AddColumn("number", "bigint").NotNull();
        AddColumn("seller_id", "uuid").NotNull();
        AddColumn("available", "boolean").NotNull();
        AddColumn("listed_at", "timestamptz").NotNull();
        AddColumn("top_section", "integer").NotNull();
        AddColumn("section", "integer").NotNull();
        AddColumn("commune", "integer").NotNull();
        // Communes that share their wilaya in every division: see Commune.Area.
        // Defaults are for rows of before there was such a column; they are built anew, see SearchRebuild.
        AddColumn("area", "integer").DefaultValueByExpression("0").NotNull();
        AddColumn("price_type", "smallint").NotNull();
        AddColumn("price", "bigint");
        AddColumn("price_per", "smallint").DefaultValueByExpression("0").NotNull();
        // The price it came down from and when: see PriceChanged.
        AddColumn("was", "bigint");
        AddColumn("dropped_at", "timestamptz");
        // How far it came down, in thousandths of what it was.
        AddColumn("dropped_by", "smallint");
        AddColumn("title", "text").NotNull();
        AddColumn("folded", "text").DefaultValueByExpression("''").NotNull();
        AddColumn("photo", "text");
        AddColumn("tone", "smallint").NotNull();
        AddColumn("photos", "smallint").NotNull();
        AddColumn("attributes", "jsonb").NotNull();
        AddColumn("words", "tsvector").NotNull();
        AddColumn("tags", "tsvector").DefaultValueByExpression("''::tsvector").NotNull();
        AddColumn("text_version", "smallint").NotNull();
        // See Likeness.
        AddColumn("likeness", "bigint");

        Index("newest", "listed_at", "number");
        Index("newest_in_top_section", "top_section", "listed_at", "number");
        Index("newest_in_section", "section", "listed_at", "number");
        Index("newest_in_top_section_and_area", "top_section", "area", "listed_at", "number");
        Index("newest_in_section_and_area", "section", "area", "listed_at", "number");
        // The same answers are given in many sections: "for sale" in all of property.
        Index("newest_alike", "section", "likeness", "listed_at", "number");
        Index("newest_of_seller", "seller_id", "listed_at", "number");
        Index("by_price", "price", "number");
        Index("by_price_in_top_section", "top_section", "price", "number");
        Index("by_price_in_section", "section", "price", "number");
        Indexes.Add(Dropped("search_dropped", "dropped_at"));
        Indexes.Add(Dropped("search_dropped_by", "dropped_by"));
        // One index for words and tags together: both are looked up in one pass.
        Indexes.Add(Available(new IndexDefinition("search_words") { Method = IndexMethod.gin }.AgainstColumns("words", "tags")));
    }

    private void Index(string name, params string[] columns) =>
        Indexes.Add(Available(new IndexDefinition("search_" + name).AgainstColumns(columns)));

    private static IndexDefinition Dropped(string name, string column)
    {
        var index = new IndexDefinition(name).AgainstColumns(column, "number");
        index.Predicate = "available and dropped_at is not null";
        return index;
    }

    private static IndexDefinition Available(IndexDefinition index)
    {
        index.Predicate = "available";
        return index;
    }
}
