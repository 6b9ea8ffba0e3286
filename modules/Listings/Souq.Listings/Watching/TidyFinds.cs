using Npgsql;

namespace Souq.Listings.Watching;

/// <summary>Sent by the clock: what was found long ago is told to nobody any more, and searches nobody keeps are forgotten.</summary>
public sealed record TidyFinds;

public static class TidyFindsHandler
{
    public static async Task Handle(TidyFinds command, NpgsqlDataSource source, TimeProvider time, CancellationToken cancellation)
    {
        await using var delete = source.CreateCommand($"delete from {FindTable.Name} where found_at < $1");
        delete.Parameters.Add(new() { Value = time.GetUtcNow().AddDays(-Searches.DaysKept) });
        delete.CommandTimeout = 600;
        await delete.ExecuteNonQueryAsync(cancellation);
        // Those of this day are left to who has still to be told that they are released.
        await using var forget = source.CreateCommand($"delete from {WatchTable.Name} where released and kept_at < $1");
        forget.Parameters.Add(new() { Value = time.GetUtcNow().AddDays(-Searches.DaysKept) });
        await forget.ExecuteNonQueryAsync(cancellation);
    }
}
