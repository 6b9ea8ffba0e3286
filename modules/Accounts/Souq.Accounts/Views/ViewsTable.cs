using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Accounts.Views;

/// <summary>
/// Who of the staff has seen what of whom, and why; nothing of what he saw. No stream: a stream is for ever, and this is kept for as long as
/// <see cref="ViewsOptions.Days"/> says.
/// </summary>
public sealed class ViewsTable : Table
{
    public const string Name = "accounts.data_views";

    public ViewsTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("id", "bigint").AsPrimaryKey().BigAutoIncrement();
        AddColumn("at", "timestamptz").NotNull();
        AddColumn("by_id", "uuid").NotNull();
        AddColumn("whose_id", "uuid").NotNull();
        AddColumn("what", "text").NotNull();
        AddColumn("why", "text").NotNull();
        AddColumn("about", "uuid");
        Indexes.Add(new IndexDefinition("data_views_at") { Columns = ["at", "id"] });
        Indexes.Add(new IndexDefinition("data_views_by") { Columns = ["by_id", "at", "id"] });
        Indexes.Add(new IndexDefinition("data_views_whose") { Columns = ["whose_id", "at", "id"] });
        Indexes.Add(new IndexDefinition("data_views_what") { Columns = ["what", "at", "id"] });
    }
}
