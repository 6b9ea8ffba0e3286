using Marten;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Watching;

internal static class WatchTables
{
    public static void AddWatchTables(this StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.Add(new WatchTable());
        options.Storage.ExtendedSchemaObjects.Add(new WatchKeyTable());
        options.Storage.ExtendedSchemaObjects.Add(new KeeperTable());
        options.Storage.ExtendedSchemaObjects.Add(new FindTable());
    }

    public static PostgresqlObjectName Named(string table) => new("listings", table, SchemaUtils.IdentifierUsage.General);
}

/// <summary>Searches somebody keeps, each once, as the conditions an advert must meet; see <see cref="Watch"/>.</summary>
public sealed class WatchTable : Table
{
    public const string Name = "listings.watches";

    public WatchTable() : base(WatchTables.Named("watches"))
    {
        AddColumn<Guid>("id").AsPrimaryKey();
        AddColumn("query", "text").NotNull();
        AddColumn("words", "tsquery");
        AddColumn("tags", "tsquery");
        AddColumn("low", "bigint");
        AddColumn("high", "bigint");
        AddColumn("communes", "integer[]");
        AddColumn("ranges", "jsonb");
        AddColumn("stores", "boolean");
        AddColumn("days", "integer");
        AddColumn("reduced", "boolean").NotNull();
        AddColumn("kept_at", "timestamptz").NotNull();
        // The catalog it was read with: names, places and synonyms change.
        AddColumn("catalog", "bigint").NotNull();
        // Whether what came to the market since kept_at has still to be held against it.
        AddColumn("fresh", "boolean").NotNull();
        Indexes.Add(new IndexDefinition("watches_catalog") { Columns = ["catalog"] });
        Indexes.Add(new IndexDefinition("watches_fresh") { Columns = ["id"], Predicate = "fresh" });
    }
}

/// <summary>Under what an advert finds the searches it might meet; see <see cref="WatchKeys"/>.</summary>
public sealed class WatchKeyTable : Table
{
    public const string Name = "listings.watch_keys";

    public WatchKeyTable() : base(WatchTables.Named("watch_keys"))
    {
        AddColumn("key", "bigint").AsPrimaryKey();
        AddColumn("search", "uuid").AsPrimaryKey();
        Indexes.Add(new IndexDefinition("watch_keys_search") { Columns = ["search"] });
    }
}

/// <summary>Who keeps a search: it is held against the market as long as anybody does.</summary>
public sealed class KeeperTable : Table
{
    public const string Name = "listings.keepers";

    public KeeperTable() : base(WatchTables.Named("keepers"))
    {
        AddColumn("search", "uuid").AsPrimaryKey();
        AddColumn("keeper", "uuid").AsPrimaryKey();
    }
}

/// <summary>What kept searches found, in the order of the events by which it came: an advert once.</summary>
public sealed class FindTable : Table
{
    public const string Name = "listings.finds";

    public FindTable() : base(WatchTables.Named("finds"))
    {
        AddColumn("search", "uuid").AsPrimaryKey();
        AddColumn("listing", "uuid").AsPrimaryKey();
        AddColumn("seq", "bigint").NotNull();
        AddColumn("found_at", "timestamptz").NotNull().DefaultValueByExpression("now()");
        Indexes.Add(new IndexDefinition("finds_newest") { Columns = ["search", "seq"] });
        Indexes.Add(new IndexDefinition("finds_age") { Columns = ["found_at"], Method = IndexMethod.brin });
    }
}
