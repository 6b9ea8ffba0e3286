using Marten;
using Souq.Web.Localisation;

namespace Souq.Listings.Counting;

/// <summary>What is counted of an advert; the names are the columns of <see cref="DailyCountsTable"/>.</summary>
public enum CountKind { Views, Reveals, Favourites, Messages }

/// <summary>Counting in the transaction of the fact that is counted.</summary>
public static class Counts
{
    /// <summary>The day in Algiers.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Formats.InAlgiers(at).Date);

    /// <summary>Adds one to the day of the fact, unless this very fact has been counted before.</summary>
    public static void CountOnce(this IDocumentOperations session, CountKind kind, Guid fact, Guid listing, Guid seller, DateTimeOffset at)
    {
        var column = kind.ToString().ToLowerInvariant();
        session.QueueSqlCommand(
            $"""
            with fresh as (insert into {CountedTable.Name} (fact, day) values (?, ?) on conflict do nothing returning day)
            insert into {DailyCountsTable.Name} as c (listing, day, seller, {column}) select ?::uuid, day, ?::uuid, 1 from fresh
            on conflict (listing, day) do update set {column} = c.{column} + excluded.{column}
            """,
            fact, Day(at), listing, seller);
    }
}
