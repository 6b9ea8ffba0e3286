using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Souq.EventStore.Visitors;
using Souq.Web.Security;

namespace Souq.Listings.Counting;

/// <summary>Somebody saw an advert on a day.</summary>
/// <param name="Visitor">See <see cref="VisitorKeys"/>.</param>
public readonly record struct View(DateOnly Day, Guid Listing, Guid Seller, Guid Visitor);

/// <summary>
/// Counts the views of adverts: each visitor once a day, robots and the owner not. A page only drops a note here; the notes are written
/// by <see cref="Flush"/>, all of some seconds in one statement, and PostgreSQL decides what is new, so that nodes agree.
/// </summary>
public sealed class ViewCounter(NpgsqlDataSource database, ListingVisitors visitors, TimeProvider time) : IDisposable
{
    /// <summary>Notes that wait at most; a flood beyond is not counted rather than felt.</summary>
    private const int Room = 20_000;

    private const string Write = $"""
        with seen as (
          select * from unnest($1::date[], $2::uuid[], $3::uuid[], $4::uuid[]) as v(day, listing, seller, visitor)),
        fresh as (
          insert into {SeenTable.Name} (day, listing, visitor) select day, listing, visitor from seen order by 1, 2, 3
          on conflict do nothing returning day, listing)
        insert into {DailyCountsTable.Name} as c (listing, day, seller, views)
        select f.listing, f.day, s.seller, count(*) from fresh f join (select distinct listing, seller from seen) s using (listing)
        group by 1, 2, 3 order by 1, 2
        on conflict (listing, day) do update set views = c.views + excluded.views
        """;

    private readonly Channel<View> notes = Channel.CreateBounded<View>(
        new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = false });

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Called where an advert on the market is shown.</summary>
    public async ValueTask Saw(HttpContext context, Guid listing, Guid seller)
    {
        if (Robots.Sent(context.Request) || context.User.PersonId() == seller) return;
        var day = Counts.Day(time.GetUtcNow());
        var visitor = await visitors.VisitorOf(context, day, context.RequestAborted);
        notes.Writer.TryWrite(new View(day, listing, seller, visitor));
    }

    /// <summary>Writes what has been noted so far. When that fails the notes of this turn are lost: a count is no reason to fill the memory.</summary>
    public async Task Flush(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var views = new HashSet<View>();
            while (notes.Reader.TryRead(out var view)) views.Add(view);
            if (views.Count > 0) await Store([.. views], cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Store(IReadOnlyCollection<View> views, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Write);
        command.Parameters.Add(new() { Value = views.Select(v => v.Day).ToArray() });
        command.Parameters.Add(new() { Value = views.Select(v => v.Listing).ToArray() });
        command.Parameters.Add(new() { Value = views.Select(v => v.Seller).ToArray() });
        command.Parameters.Add(new() { Value = views.Select(v => v.Visitor).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public void Dispose() => turn.Dispose();
}
