using Npgsql;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Watching;

/// <summary>Sent by the clock: what was found long ago and is not on the market any more is told to nobody.</summary>
public sealed record TidyFinds;

public static class TidyFindsHandler
{
    public const int DaysKept = 90;

    public static async Task Handle(TidyFinds command, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var delete = source.CreateCommand($"""
            delete from {FindTable.Name} f where f.found_at < now() - interval '{DaysKept} days'
              and not exists (select from {SearchTable.Name} s where s.id = f.listing and s.available)
            """);
        delete.CommandTimeout = 600;
        await delete.ExecuteNonQueryAsync(cancellation);
    }
}
