using Marten;
using Npgsql;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Web.Localisation;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Accounts.Stores.Following;

/// <summary>Sent by the clock: once a day, in the evening, followers are told what the stores have put on the market since the day before.</summary>
public sealed record TellFollowers(DateTimeOffset Now);

/// <summary>Some of the followers of a run.</summary>
/// <param name="After">The last one told; the empty id at the start.</param>
public sealed record TellFollowersSlice(Guid RunId, DateTimeOffset From, DateTimeOffset To, Guid After);

public static class TellFollowersHandler
{
    private const int Hour = 18;

    // An advert is announced a moment after it appeared; the run waits for the last ones of its span.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    // After a long silence old news is none.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(TellFollowers command, IDocumentSession session, CancellationToken cancellation)
    {
        var to = EndOfSpan(command.Now);
        var id = StoreNewsRun.IdOf(to);
        if (await session.LoadAsync<StoreNewsRun>(id, cancellation) is not null) return [];
        var last = await session.Query<StoreNewsRun>().OrderByDescending(r => r.To).FirstOrDefaultAsync(cancellation);
        var from = last is null ? to.AddDays(-1) : last.To > to - Longest ? last.To : to - Longest;
        if (from >= to) return [];
        session.Insert(new StoreNewsRun(id, from, to));
        var (oldNews, oldRuns) = (to - Longest, to.AddDays(-60));
        session.DeleteWhere<StoreNews>(n => n.At < oldNews);
        session.DeleteWhere<StoreNewsRun>(r => r.To < oldRuns);
        return [new TellFollowersSlice(id, from, to, Guid.Empty)];
    }

    /// <summary>The last six o'clock in the evening of Algiers, in UTC.</summary>
    public static DateTimeOffset EndOfSpan(DateTimeOffset now)
    {
        var local = Formats.InAlgiers(now - Settling);
        var end = new DateTimeOffset(local.Year, local.Month, local.Day, Hour, 0, 0, local.Offset);
        return (end <= local ? end : end.AddDays(-1)).ToUniversalTime();
    }
}

public static class TellFollowersSliceHandler
{
    public const int Batch = 200;

    public static async Task<OutgoingMessages> Handle(TellFollowersSlice slice, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var messages = new OutgoingMessages();
        var people = await Due(slice, database, cancellation);
        foreach (var person in people)
            messages.Add(new NotifyPerson(person, StoreNewsTemplate.Key, slice.RunId, $"{StoreNewsTemplate.Key}:{person:N}:{slice.To:yyyyMMddHH}"));
        if (people.Count == Batch) messages.Add(slice with { After = people[^1] });
        return messages;
    }

    // Who followed before the advert appeared; nobody is written to who would find nothing.
    private static async Task<List<Guid>> Due(TellFollowersSlice slice, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            select distinct f.person_id from accounts.mt_doc_storefollow f join accounts.mt_doc_storenews n on n.store_id = f.store_id
            where n.at >= $1 and n.at < $2 and f.at <= n.at and f.person_id > $3 order by 1 limit {Batch}
            """);
        command.Parameters.Add(new() { Value = slice.From.ToUniversalTime() });
        command.Parameters.Add(new() { Value = slice.To.ToUniversalTime() });
        command.Parameters.Add(new() { Value = slice.After });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var people = new List<Guid>(Batch);
        while (await reader.ReadAsync(cancellation)) people.Add(reader.GetGuid(0));
        return people;
    }
}
