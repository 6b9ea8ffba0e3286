using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Counting;

/// <summary>What happened to an advert on a day, in Algiers; one row each, and none for a day on which nothing did.</summary>
public sealed class DailyCountsTable : Table
{
    public const string Name = "listings.daily_counts";

    public DailyCountsTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("listing", "uuid").AsPrimaryKey();
        AddColumn("day", "date").AsPrimaryKey();
        AddColumn("seller", "uuid").NotNull();
        foreach (var kind in Enum.GetNames<CountKind>())
            AddColumn(kind.ToLowerInvariant(), "integer").DefaultValueByExpression("0").NotNull();
        Indexes.Add(new IndexDefinition("daily_counts_of_seller") { Columns = ["seller", "day"] });
    }
}

/// <summary>Who has seen what today, so that he counts once; forgotten after two days.</summary>
public sealed class SeenTable : Table
{
    public const string Name = "listings.seen";

    public SeenTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("day", "date").AsPrimaryKey();
        AddColumn("listing", "uuid").AsPrimaryKey();
        AddColumn("visitor", "uuid").AsPrimaryKey();
    }
}

/// <summary>Facts that have been counted: one delivered again counts no more. Kept as long as a fact may be on its way.</summary>
public sealed class CountedTable : Table
{
    public const string Name = "listings.counted";

    public CountedTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("fact", "uuid").AsPrimaryKey();
        AddColumn("day", "date").NotNull();
        Indexes.Add(new IndexDefinition("counted_day") { Columns = ["day"] });
    }
}

/// <summary>Who wrote about an advert and who wrote last; kept from the facts of Messaging.</summary>
public sealed class EnquiriesTable : Table
{
    public const string Name = "listings.enquiries";

    public EnquiriesTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("conversation", "uuid").AsPrimaryKey();
        AddColumn("listing", "uuid").NotNull();
        AddColumn("seller", "uuid").NotNull();
        AddColumn("person", "uuid").NotNull();
        AddColumn("began", "timestamptz").NotNull();
        AddColumn("asked", "timestamptz");
        AddColumn("answered", "timestamptz");
        Indexes.Add(new IndexDefinition("enquiries_listing") { Columns = ["listing"] });
        Indexes.Add(new IndexDefinition("enquiries_seller") { Columns = ["seller"] });
        Indexes.Add(new IndexDefinition("enquiries_person") { Columns = ["person"] });
    }
}
