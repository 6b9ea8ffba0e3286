using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Souq.Catalog.Contracts;
using Souq.Digests;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Weasel.Core;

namespace Souq.Benchmarks.Digests;

/// <summary>
/// Subscriptions by the hundred thousand, written past the forms: the same documents and rows. Four of five subscribers have one search; all are due
/// daily at eight.
/// </summary>
internal static class ManySubscribers
{
    private const int Batch = 5_000;

    public static async Task Write(BenchMarket market, int subscriptions, DateTimeOffset due, long covered)
    {
        var (catalog, searches, store, source) = (market.Service<ICatalog>().Current, market.Service<ISearches>(), market.Service<IDigestsStore>(), market.Service<NpgsqlDataSource>());
        var (made, dice, now, known) = (new KeptByChance(catalog, 5) { IsRound = true }, new Random(5), DateTimeOffset.UtcNow, new HashSet<Guid>());
        for (var done = 0; done < subscriptions;)
        {
            var (people, words, kept) = (new List<Subscriber>(), new List<SavedSearch>(), new List<DigestSubscription>());
            while (kept.Count < Math.Min(Batch, subscriptions - done))
            {
                var reader = new Subscriber(Guid.CreateVersion7(), string.Create(CultureInfo.InvariantCulture, $"reader{done + people.Count}@{Domain(dice)}"), now);
                people.Add(reader);
                for (var i = dice.NextDouble() switch { < 0.8 => 1, < 0.95 => 2, _ => 3 }; i > 0; i--)
                {
                    if (searches.Read(made.Query()) is not { } search) continue;
                    var id = DigestSubscription.IdOf(reader.Id, search.Id);
                    if (kept.Exists(k => k.Id == id)) continue;
                    words.Add(new SavedSearch(id, reader.Id, search.Id, search.Query, null));
                    kept.Add(new DigestSubscription
                    {
                        Id = id,
                        SubscriberId = reader.Id,
                        SearchId = search.Id,
                        Language = (Language)dice.Next(3),
                        Status = SubscriptionStatus.Active,
                        RequestedAt = now,
                        ConfirmedAt = now,
                    });
                }
            }

            await store.BulkInsertAsync(people, BulkInsertMode.InsertsOnly, Batch);
            await store.BulkInsertAsync(words, BulkInsertMode.InsertsOnly, Batch);
            await store.BulkInsertAsync(kept, BulkInsertMode.InsertsOnly, Batch);
            await using var connection = await source.OpenConnectionAsync();
            await Due(connection, kept, due, covered);
            await Watches(connection, [.. words.DistinctBy(w => w.SearchId).Where(w => known.Add(w.SearchId))], now);
            done += kept.Count;
        }
    }

    private static async Task Due(NpgsqlConnection connection, List<DigestSubscription> kept, DateTimeOffset due, long covered)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy digests.due (subscription, subscriber, search, next_at, covered) from stdin binary");
        foreach (var one in kept)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(one.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(one.SubscriberId, NpgsqlDbType.Uuid);
            await copy.WriteAsync(one.SearchId!.Value, NpgsqlDbType.Uuid);
            await copy.WriteAsync(due.UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(covered, NpgsqlDbType.Bigint);
        }

        await copy.CompleteAsync();
    }

    private static async Task Watches(NpgsqlConnection connection, List<SavedSearch> searches, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand("""
            insert into listings.watches (id, query, kept_at, fresh, released, changed) select s.id, s.query, $3, false, false, pg_current_xact_id()
            from unnest($1::uuid[], $2::text[]) s(id, query) on conflict do nothing
            """, connection);
        command.Parameters.Add(new() { Value = searches.Select(s => s.SearchId).ToArray() });
        command.Parameters.Add(new() { Value = searches.Select(s => s.Query).ToArray() });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        await command.ExecuteNonQueryAsync();
    }

    private static string Domain(Random dice) => dice.NextDouble() switch { < 0.7 => "gmail.com", < 0.85 => "yahoo.fr", < 0.95 => "hotmail.com", _ => "souq.test" };
}
