using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Importing.Files;

/// <summary>The lines of merchants' files as they were sent, and what became of each. Kept for a month.</summary>
public sealed class ImportLinesTable : Table
{
    public const string Name = "listings.import_lines";

    public ImportLinesTable() : base(new PostgresqlObjectName("listings", "import_lines", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn("import_id", "uuid").AsPrimaryKey();
        AddColumn("line", "integer").AsPrimaryKey();
        AddColumn("seller_id", "uuid").NotNull();
        AddColumn("uploaded_at", "timestamptz").NotNull();
        AddColumn("cells", "jsonb").NotNull();
        AddColumn("ref", "text");
        AddColumn("listing_id", "uuid");
        AddColumn("fate", "smallint");
        AddColumn("reasons", "jsonb");
        AddColumn("number", "bigint");
        Indexes.Add(new IndexDefinition("import_lines_listing").AgainstColumns("import_id", "listing_id"));
        Indexes.Add(new IndexDefinition("import_lines_uploaded").AgainstColumns("uploaded_at"));
    }
}

/// <summary>Adverts that an import withdrew because its file did not have them.</summary>
public sealed class ImportWithdrawnTable : Table
{
    public const string Name = "listings.import_withdrawn";

    public ImportWithdrawnTable() : base(new PostgresqlObjectName("listings", "import_withdrawn", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn("import_id", "uuid").AsPrimaryKey();
        AddColumn("listing_id", "uuid").AsPrimaryKey();
        AddColumn("back", "boolean").DefaultValueByExpression("false").NotNull();
    }
}
