using Npgsql;
using NpgsqlTypes;
using Souq.Listings.Counting;

namespace Souq.Listings.Favourites;

public enum KeepAnswer
{
    Kept,

    /// <summary>There is no such advert, or the public never saw it.</summary>
    Unknown,

    /// <summary>He keeps as many as anybody may.</summary>
    Full,
}

/// <summary>
/// What people keep. An advert counts as a favourite the first time somebody keeps it and never again, its owner's own not at all. What a
/// visitor keeps is in his browser alone, and counts when he signs in.
/// </summary>
public sealed class FavouriteList(NpgsqlDataSource database, TimeProvider time)
{
    public const int Most = 500;

    // All acts of a person go one after the other, on whichever node: else two at once would overstep his limit.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('favourites:' || $1::text, 0))";

    private const string Put = $"""
        with asked as (
          select l.id, l.number, l.seller_id, a.place, (l.data -> 'public' -> 'price' ->> 'dinars')::bigint as price,
            coalesce(l.data -> 'public' -> 'price' ->> 'per', 'Whole') as per,
            exists (select 1 from {FavouritesTable.Name} f where f.person = $1 and f.listing = l.id and f.kept) as kept
          from unnest($2::bigint[]) with ordinality a(number, place) join listings.mt_doc_listing l on l.number = a.number
          where l.life in ('Published', 'Expired', 'Sold', 'Withdrawn')),
        fresh as (
          select * from asked where not kept order by place
          limit (select greatest(0, $5 - count(*)) from {FavouritesTable.Name} where person = $1 and kept)),
        put as (
          insert into {FavouritesTable.Name} (person, listing, number, at, price, per, kept)
          select $1, id, number, $3 - place * interval '1 microsecond', price, per, true from fresh
          on conflict (person, listing) do update set kept = true, at = excluded.at, price = excluded.price, per = excluded.per
          returning listing, xmax = 0 as first),
        counted as (
          insert into {DailyCountsTable.Name} as c (listing, day, seller, favourites)
          select f.id, $4, f.seller_id, 1 from put join fresh f on f.id = put.listing where first and f.seller_id <> $1 order by 1
          on conflict (listing, day) do update set favourites = c.favourites + excluded.favourites)
        select (select count(*)::int from asked), (select count(*)::int from asked where kept) + (select count(*)::int from put)
        """;

    public async Task<KeepAnswer> Keep(Guid person, long number, CancellationToken cancellation = default) =>
        await Merge(person, [number], cancellation) switch
        {
            (0, _) => KeepAnswer.Unknown,
            (_, 0) => KeepAnswer.Full,
            _ => KeepAnswer.Kept,
        };

    /// <summary>Takes up all of them that there is room for, the first as the newest; done twice it changes nothing twice.</summary>
    /// <returns>How many of them there are, and how many of those he keeps now.</returns>
    public async Task<(int Known, int Kept)> Merge(Guid person, IReadOnlyCollection<long> numbers, CancellationToken cancellation = default)
    {
        // A batch is one transaction.
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock) { Parameters = { new() { Value = person } } });
        var now = time.GetUtcNow();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Put)
        {
            Parameters =
            {
                new() { Value = person }, new() { Value = numbers.Distinct().ToArray() }, new() { Value = now.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = Counts.Day(now) }, new() { Value = Most },
            },
        });
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        await row.NextResultAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), row.GetInt32(1));
    }

    public async Task Drop(Guid person, long number, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand($"update {FavouritesTable.Name} set kept = false where person = $1 and number = $2 and kept");
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = number });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The numbers of all he keeps.</summary>
    public async Task<IReadOnlySet<long>> Numbers(Guid person, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand($"select number from {FavouritesTable.Name} where person = $1 and kept limit {Most}");
        command.Parameters.Add(new() { Value = person });
        var numbers = new HashSet<long>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) numbers.Add(row.GetInt64(0));
        return numbers;
    }
}
