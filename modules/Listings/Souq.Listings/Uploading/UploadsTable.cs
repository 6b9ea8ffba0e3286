using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Uploading;

/// <summary>
/// Photos on their way, with what has arrived in <see cref="UploadPartsTable"/>. Both lie in PostgreSQL and not in the folder of the photos,
/// because the offset and the bytes before it must be one: here they are written in one statement, whichever node a piece comes to, and
/// a crash leaves neither without the other. A shared folder knows no such transaction. It is 15 MB a photo for as long as the line needs.
/// </summary>
public sealed class UploadsTable : Table
{
    public const string Name = "listings.photo_uploads";

    public UploadsTable() : base(new PostgresqlObjectName("listings", "photo_uploads", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn("id", "uuid").AsPrimaryKey();
        AddColumn("listing_id", "uuid").NotNull();
        AddColumn("seller_id", "uuid").NotNull();
        AddColumn("file_name", "text").NotNull();
        AddColumn("size", "integer").NotNull();
        AddColumn("received", "integer").NotNull();
        AddColumn("touched_at", "timestamptz").NotNull();
        Indexes.Add(new IndexDefinition("photo_uploads_seller").AgainstColumns("seller_id"));
        Indexes.Add(new IndexDefinition("photo_uploads_touched").AgainstColumns("touched_at"));
    }
}

/// <summary>The pieces of uploads, by where in the file they begin; they go with their upload.</summary>
public sealed class UploadPartsTable : Table
{
    public const string Name = "listings.photo_upload_parts";

    public UploadPartsTable() : base(new PostgresqlObjectName("listings", "photo_upload_parts", SchemaUtils.IdentifierUsage.General))
    {
        AddColumn("upload_id", "uuid").AsPrimaryKey().ForeignKeyTo(
            new UploadsTable(), "id", "photo_upload_parts_upload", Weasel.Core.CascadeAction.Cascade, Weasel.Core.CascadeAction.NoAction);
        AddColumn("starts_at", "integer").AsPrimaryKey();
        AddColumn("bytes", "bytea").NotNull();
    }
}
