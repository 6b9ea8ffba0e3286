using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Digests;

/// <summary>When each subscription is next due, and up to which place in what searches find it has been told. Without a moment (<c>infinity</c>) it waits for a find.</summary>
public sealed class DueTable : Table
{
    public DueTable() : base(DigestTables.Of("due"))
    {
        AddColumn<Guid>("subscription").AsPrimaryKey();
        AddColumn("subscriber", "uuid").NotNull();
        AddColumn("search", "uuid").NotNull();
        AddColumn("next_at", "timestamptz").NotNull();
        AddColumn("covered", "bigint").NotNull();
        Indexes.Add(new IndexDefinition("due_next") { Columns = ["next_at", "subscriber"] });
        Indexes.Add(new IndexDefinition("due_subscriber") { Columns = ["subscriber"] });
        Indexes.Add(new IndexDefinition("due_waiting") { Columns = ["search"], Predicate = "next_at = 'infinity'" });
    }
}

/// <summary>
/// One row a subscriber and period, which is why nobody is written to twice; and never two of one subscriber that are open. <c>content</c> is what the
/// letter tells, and goes when its reader wants to be forgotten.
/// </summary>
public sealed class IssueTable : Table
{
    public IssueTable() : base(DigestTables.Of("issued"))
    {
        AddColumn<Guid>("subscriber").AsPrimaryKey();
        AddColumn<string>("period").AsPrimaryKey();
        AddColumn("id", "uuid").NotNull();
        AddColumn("state", "text").NotNull();
        AddColumn("opened_at", "timestamptz").NotNull();
        // Up to where it tells what searches found.
        AddColumn("until", "bigint").NotNull();
        AddColumn("closed_at", "timestamptz");
        AddColumn("adverts", "integer").NotNull().DefaultValue(0);
        AddColumn("content", "jsonb");
        Indexes.Add(new IndexDefinition("issued_id") { Columns = ["id"], IsUnique = true });
        Indexes.Add(new IndexDefinition("issued_open") { Columns = ["subscriber"], IsUnique = true, Predicate = "state = 'open'" });
        Indexes.Add(new IndexDefinition("issued_postponed") { Columns = ["subscriber"], Predicate = "state = 'postponed'" });
        Indexes.Add(new IndexDefinition("issued_closed") { Columns = ["closed_at"] });
    }
}

/// <summary>Which adverts a subscriber has been told of, whichever of his searches found them.</summary>
public sealed class ToldTable : Table
{
    public ToldTable() : base(DigestTables.Of("told"))
    {
        AddColumn<Guid>("subscriber").AsPrimaryKey();
        AddColumn<Guid>("listing").AsPrimaryKey();
        AddColumn("at", "timestamptz").NotNull();
        Indexes.Add(new IndexDefinition("told_at") { Columns = ["at"], Method = IndexMethod.brin });
    }
}

/// <summary>One row: up to which find those who want to hear at once have been woken, and when the clock last ticked.</summary>
public sealed class CursorTable : Table
{
    public CursorTable() : base(DigestTables.Of("cursor"))
    {
        AddColumn<int>("id").AsPrimaryKey();
        AddColumn("woken", "bigint").NotNull();
        AddColumn("ticked_at", "timestamptz").NotNull();
        AddColumn("tidied_at", "timestamptz");
    }
}

/// <summary>How often something was asked for in an hour, by a key that names nobody.</summary>
public sealed class RequestTable : Table
{
    public RequestTable() : base(DigestTables.Of("requests"))
    {
        AddColumn<string>("bucket").AsPrimaryKey();
        AddColumn("hour", "timestamptz").AsPrimaryKey();
        AddColumn("count", "integer").NotNull();
    }
}

internal static class DigestTables
{
    public static PostgresqlObjectName Of(string name) => new("digests", name, SchemaUtils.IdentifierUsage.General);
}
