using Marten;
using Npgsql;
using Souq.Kernel;

namespace Souq.Listings.Uploading;

/// <summary>A photo on its way.</summary>
/// <param name="Name">As the seller's device calls the file; only for what is said to him.</param>
/// <param name="Received">So many bytes are here; the next piece begins there.</param>
public sealed record PhotoUpload(Guid Id, Guid ListingId, Guid SellerId, string Name, int Size, int Received);

/// <summary>Reads and writes <see cref="UploadsTable"/>.</summary>
public sealed class PhotoUploads(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Unfinished ones of a person: more than any section takes photos, and no more than half a gigabyte.</summary>
    public const int Most = 30;

    private static readonly Guid Space = new("5e7f4f52-1f3e-4c39-9d8f-6f6f0a3c2b17");

    /// <summary>The same file of the same advert, by the name the device has given it, is the same upload: beginning twice is beginning once.</summary>
    public static Guid IdOf(Guid sellerId, Guid listingId, string key) => DeterministicGuid.Create(Space, $"{sellerId:N}|{listingId:N}|{key}");

    /// <summary>What stands in the table afterwards; <c>null</c> when the person has too many on their way.</summary>
    public async Task<PhotoUpload?> Begin(PhotoUpload upload, CancellationToken cancellation)
    {
        await using (var connection = await source.OpenConnectionAsync(cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            // Two beginnings of one person, on whichever nodes, count one after the other.
            await Run(new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection), cancellation, $"uploads of {upload.SellerId:N}");
            await Run(new NpgsqlCommand($"""
                insert into {UploadsTable.Name} (id, listing_id, seller_id, file_name, size, received, touched_at)
                select $1, $2, $3, $4, $5, 0, $6 where (select count(*) from {UploadsTable.Name} where seller_id = $3) < $7
                on conflict (id) do nothing
                """, connection), cancellation, upload.Id, upload.ListingId, upload.SellerId, upload.Name, upload.Size, time.GetUtcNow(), Most);
            await transaction.CommitAsync(cancellation);
        }

        return await Find(upload.Id, upload.ListingId, upload.SellerId, cancellation);
    }

    public async Task<PhotoUpload?> Find(Guid id, Guid listingId, Guid sellerId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"select file_name, size, received from {UploadsTable.Name} where id = $1 and listing_id = $2 and seller_id = $3");
        foreach (var value in (object[])[id, listingId, sellerId]) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new PhotoUpload(id, listingId, sellerId, reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)) : null;
    }

    /// <summary>Of two pieces for one place the second finds that the place has moved on.</summary>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> Append(PhotoUpload upload, int offset, byte[] bytes, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            with moved as (
              update {UploadsTable.Name} set received = received + $3, touched_at = $5
              where id = $1 and received = $2 and received + $3 <= size returning id)
            insert into {UploadPartsTable.Name} (upload_id, starts_at, bytes) select id, $2, $4 from moved
            """);
        foreach (var value in (object[])[upload.Id, offset, bytes.Length, bytes, time.GetUtcNow()]) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>The file as far as it is here; <c>null</c> when somebody has finished it meanwhile.</summary>
    public async Task<byte[]?> Bytes(PhotoUpload upload, CancellationToken cancellation)
    {
        var file = new byte[upload.Received];
        await using var command = source.CreateCommand(
            $"select starts_at, bytes from {UploadPartsTable.Name} where upload_id = $1 and starts_at < $2 order by starts_at");
        foreach (var value in (object[])[upload.Id, upload.Received]) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var read = 0;
        while (await reader.ReadAsync(cancellation))
        {
            var part = reader.GetFieldValue<byte[]>(1);
            part.CopyTo(file, reader.GetInt32(0));
            read += part.Length;
        }

        return read == file.Length ? file : null;
    }

    public async Task Forget(Guid id, Guid listingId, Guid sellerId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"delete from {UploadsTable.Name} where id = $1 and listing_id = $2 and seller_id = $3");
        foreach (var value in (object[])[id, listingId, sellerId]) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The same within the transaction of the session.</summary>
    public static void Forget(Guid id, IDocumentSession session) => session.QueueSqlCommand($"delete from {UploadsTable.Name} where id = ?", id);

    private static async Task Run(NpgsqlCommand command, CancellationToken cancellation, params object[] values)
    {
        await using (command)
        {
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
