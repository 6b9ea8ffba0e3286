using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Digests;

/// <summary>One row a subscription and period, which is why no digest is sent twice; <c>covered_*</c> is what it tells of.</summary>
public sealed class IssueTable : Table
{
    public IssueTable() : base(new PostgresqlObjectName("digests", "issues", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn<Guid>("subscription").AsPrimaryKey();
        AddColumn<string>("period").AsPrimaryKey();
        AddColumn("state", "text").NotNull();
        AddColumn("covered_from", "timestamptz").NotNull();
        AddColumn("covered_until", "timestamptz").NotNull();
        AddColumn("adverts", "integer").NotNull().DefaultValue(0);
        AddColumn("closed_at", "timestamptz");
    }
}

/// <summary>How often something was asked for in an hour, by a key that names nobody.</summary>
public sealed class RequestTable : Table
{
    public RequestTable() : base(new PostgresqlObjectName("digests", "requests", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn<string>("bucket").AsPrimaryKey();
        AddColumn("hour", "timestamptz").AsPrimaryKey();
        AddColumn("count", "integer").NotNull();
    }
}
