using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Accounts.Limits;

/// <summary>How far ahead of the clock each counted thing has run; see <see cref="Limiter"/>.</summary>
public sealed class LimitsTable : Table
{
    public LimitsTable() : base(PostgresqlProvider.Instance.Parse("accounts.limits"))
    {
        AddColumn("key", "text").AsPrimaryKey();
        AddColumn("due", "timestamptz").NotNull();
        Indexes.Add(new IndexDefinition("limits_due") { Columns = ["due"] });
    }
}
