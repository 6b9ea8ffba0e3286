using System.Diagnostics;
using Npgsql;

namespace Souq.Benchmarks;

/// <summary>What the machine can do at most: one stream row and one event of 700 bytes in a transaction, eight clients, nothing else.</summary>
internal static class BareAppend
{
    private const int Clients = 8;

    /// <returns>Transactions a second.</returns>
    public static async Task<double> Run(string connection, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var make = source.CreateCommand("""
            create schema if not exists bare;
            create table if not exists bare.streams (id uuid primary key, version bigint not null);
            create table if not exists bare.events (seq bigserial primary key, stream uuid not null, version bigint not null, data jsonb not null);
            create unique index if not exists events_stream on bare.events (stream, version)
            """))
            await make.ExecuteNonQueryAsync();

        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => Client(source, clock, time))));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<long> Client(NpgsqlDataSource source, Stopwatch clock, TimeSpan time)
    {
        var body = $$"""{"words":"{{new string('x', 680)}}"}""";
        await using var connection = await source.OpenConnectionAsync();
        await using var append = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into bare.streams values ($1, 1)") { Parameters = { new NpgsqlParameter<Guid>() } },
                new("insert into bare.events (stream, version, data) values ($1, 1, $2::jsonb)")
                {
                    Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<string> { TypedValue = body } },
                },
            },
        };
        await append.PrepareAsync();
        var count = 0L;
        for (; clock.Elapsed < time; count++)
        {
            var id = Guid.CreateVersion7();
            foreach (NpgsqlBatchCommand command in append.BatchCommands) ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = id;
            await append.ExecuteNonQueryAsync();
        }

        return count;
    }
}
