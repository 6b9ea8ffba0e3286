using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Browsing;

/// <summary>
/// What searching needs of every advert that is or was on the market, one row each; written by <see cref="SearchProjection"/> alone.
/// <c>words</c> is built from text folded in C#, so that index, query and highlighting agree.
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
        AddColumn("price_type", "smallint").NotNull();
        AddColumn("price", "bigint");
        AddColumn("price_per", "smallint").DefaultValueByExpression("0").NotNull();
        // The price it came down from and when: see PriceChanged.
        AddColumn("was", "bigint");
        AddColumn("dropped_at", "timestamptz");
        AddColumn("title", "text").NotNull();
        AddColumn("folded", "text").NotNull();
        AddColumn("photo", "text");
        AddColumn("tone", "smallint").NotNull();
        AddColumn("photos", "smallint").NotNull();
        AddColumn("attributes", "jsonb").NotNull();
        AddColumn("words", "tsvector").NotNull();
        AddColumn("text_version", "smallint").NotNull();

        Index("newest", "listed_at", "number");
        Index("newest_in_top_section", "top_section", "listed_at", "number");
        Index("newest_in_section", "section", "listed_at", "number");
        Index("newest_in_commune", "commune", "listed_at", "number");
        Index("newest_of_seller", "seller_id", "listed_at", "number");
        var dropped = new IndexDefinition("search_dropped").AgainstColumns("dropped_at", "number");
        dropped.Predicate = "available and dropped_at is not null";
        Indexes.Add(dropped);
        Index("by_price", "price", "number");
        Indexes.Add(Available(new IndexDefinition("search_words") { Method = IndexMethod.gin }.AgainstColumns("words")));
        var attributes = new IndexDefinition("search_attributes").AgainstColumns("attributes");
        attributes.ToGinWithJsonbPathOps();
        Indexes.Add(Available(attributes));
    }

    private void Index(string name, params string[] columns) =>
        Indexes.Add(Available(new IndexDefinition("search_" + name).AgainstColumns(columns)));

    private static IndexDefinition Available(IndexDefinition index)
    {
        index.Predicate = "available";
        return index;
    }
}
