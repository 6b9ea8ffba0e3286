using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Moderation.Dashboard;

/// <summary>Every decision as a row to be counted: what, when, by whom, after how long, under which rules, and what became of it. Nothing personal.</summary>
public sealed class RulingsTable : Table
{
    public const string Name = "moderation.rulings";

    public RulingsTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("id", "uuid").AsPrimaryKey();
        AddColumn("case_id", "uuid").NotNull();
        // Of the subject; null for an advert.
        AddColumn("kind", "text");
        AddColumn("section_id", "integer").NotNull();
        AddColumn("language", "text");
        AddColumn("rules", "uuid[]").NotNull();
        AddColumn("at", "timestamptz").NotNull();
        // In Algiers.
        AddColumn("day", "date").NotNull();
        // Seconds somebody waited for it.
        AddColumn("waited", "integer").NotNull();
        AddColumn("outcome", "text").NotNull();
        AddColumn("reason", "text");
        AddColumn("by_id", "uuid").NotNull();
        AddColumn("appealed_at", "timestamptz");
        AddColumn("answered_at", "timestamptz");
        AddColumn("overturned", "boolean");
        AddColumn("second_by", "uuid");
        AddColumn("second_outcome", "text");
        AddColumn("second_at", "timestamptz");
        Indexes.Add(new IndexDefinition("rulings_day") { Columns = ["day"] });
        Indexes.Add(new IndexDefinition("rulings_section") { Columns = ["section_id", "day"] });
        Indexes.Add(new IndexDefinition("rulings_case") { Columns = ["case_id"] });
        Indexes.Add(new IndexDefinition("rulings_rules") { Columns = ["rules"], Method = IndexMethod.gin });
    }
}

/// <summary>Of every case, what a decision about it is counted under, and since when it waits.</summary>
public sealed class OpeningsTable : Table
{
    public const string Name = "moderation.openings";

    public OpeningsTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("case_id", "uuid").AsPrimaryKey();
        AddColumn("kind", "text");
        AddColumn("section_id", "integer").NotNull();
        AddColumn("language", "text");
        AddColumn("rules", "uuid[]").NotNull();
        AddColumn("since", "timestamptz").NotNull();
        AddColumn("waiting", "boolean").NotNull();
        Indexes.Add(new IndexDefinition("openings_waiting") { Columns = ["since"], Predicate = "waiting" });
    }
}
