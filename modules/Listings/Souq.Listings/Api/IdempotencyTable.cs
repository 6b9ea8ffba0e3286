using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Api;

/// <summary>Keys that programs sent with their requests, and what they were answered; see <see cref="IdempotencyKeys"/>.</summary>
public sealed class IdempotencyTable : Table
{
    public const string Name = "listings.idempotency_keys";

    public IdempotencyTable() : base(new PostgresqlObjectName("listings", "idempotency_keys", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn("person_id", "uuid").AsPrimaryKey();
        AddColumn("key", "text").AsPrimaryKey();
        AddColumn("request", "bytea").NotNull();
        AddColumn("created_at", "timestamptz").NotNull();
        // When the one who works on it began; whoever takes over writes his own.
        AddColumn("claimed_at", "timestamptz").NotNull();
        AddColumn("status", "smallint");
        AddColumn("content_type", "text");
        AddColumn("location", "text");
        AddColumn("body", "bytea");
        Indexes.Add(new IndexDefinition("idempotency_keys_created").AgainstColumns("created_at"));
    }
}
