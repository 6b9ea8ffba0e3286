using Marten;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Watching;

internal static class WatchTables
{
    public static void AddWatchTables(this StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.Add(new Sequence(Named("watch_no")));
        options.Storage.ExtendedSchemaObjects.Add(new WatchTable());
        options.Storage.ExtendedSchemaObjects.Add(new KeeperTable());
        options.Storage.ExtendedSchemaObjects.Add(new FindTable());
        options.Storage.ExtendedSchemaObjects.Add(new MatchingTable());
    }

    public static PostgresqlObjectName Named(string table) => new("listings", table, SchemaUtils.IdentifierUsage.General);
}

/// <summary>Searches somebody keeps, each once.</summary>
public sealed class WatchTable : Table
{
    public const string Name = "listings.watches";

    public WatchTable() : base(WatchTables.Named("watches"))
    {
        AddColumn<Guid>("id").AsPrimaryKey();
        // A short name for the lists of what was found.
        AddColumn("no", "integer").NotNull().DefaultValueByExpression("nextval('listings.watch_no')");
        AddColumn("query", "text").NotNull();
        AddColumn("kept_at", "timestamptz").NotNull();
        // Whether what came to the market since kept_at has still to be held against it.
        AddColumn("fresh", "boolean").NotNull();
        // Nobody keeps it any more.
        AddColumn("released", "boolean").NotNull();
        // The transaction that wrote it last: who reads what changed since a snapshot misses nothing, in whatever order they committed.
        AddColumn("changed", "xid8").NotNull();
        Indexes.Add(new IndexDefinition("watches_no") { Columns = ["no"], IsUnique = true });
        Indexes.Add(new IndexDefinition("watches_changed") { Columns = ["changed"] });
        Indexes.Add(new IndexDefinition("watches_fresh") { Columns = ["id"], Predicate = "fresh" });
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

/// <summary>Which searches found an advert, in the order of the events by which it came: their numbers, each of four bytes as they stand in memory.</summary>
public sealed class FindTable : Table
{
    public const string Name = "listings.finds";

    public FindTable() : base(WatchTables.Named("finds"))
    {
        AddColumn("seq", "bigint").AsPrimaryKey();
        AddColumn("listing", "uuid").AsPrimaryKey();
        AddColumn("searches", "bytea").NotNull();
        AddColumn("found_at", "timestamptz").NotNull();
    }
}

/// <summary>How far the events have been held against the searches; one row.</summary>
public sealed class MatchingTable : Table
{
    public const string Name = "listings.matching";

    public MatchingTable() : base(WatchTables.Named("matching"))
    {
        AddColumn("id", "integer").AsPrimaryKey();
        AddColumn("reached", "bigint").NotNull();
    }
}
