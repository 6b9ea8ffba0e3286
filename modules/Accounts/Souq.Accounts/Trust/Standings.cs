using Marten;
using Souq.Accounts.Contracts;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>How a new fact of a person becomes his level, within the transaction of the message that brought it.</summary>
public static class Standings
{
    /// <param name="learn">What is known with the new fact; <c>null</c> where it was known before.</param>
    /// <param name="cleared">A decision against him was found to be wrong.</param>
    /// <returns>That he is trusted more or less, if he is.</returns>
    public static async Task<OutgoingMessages> Learn(
        this IDocumentSession session, Guid person, DateTimeOffset now, Func<Standing, Task<Standing?>> learn, CancellationToken cancellation,
        bool cleared = false)
    {
        await session.Hold(person, cancellation);
        // Who is not there any more leaves nothing behind.
        if (await session.LoadAsync<Membership>(person, cancellation) is not { IsErased: false } membership) return [];
        if (await learn(await session.LoadAsync<Standing>(person, cancellation) ?? new Standing { Id = person }) is not { } standing) return [];
        var facts = TrustFacts.Of(membership, standing);
        var change = Decide(cleared ? facts with { Cleared = membership.LoweredFrom } : facts, now);
        session.Store(standing with { DueAt = TrustRules.DueAt(change is null ? facts : facts with { Level = change.Value.Level, Since = now }, now) });
        if (change is not { } changed) return [];
        // Somebody who erases himself at this very moment wins: the message is tried again and finds him gone.
        session.Events.Append(person, membership.Version + 1, changed.Event);
        return [new TrustChanged(person, changed.Level, now)];
    }

    public static (TrustLevel Level, object Event)? Decide(TrustFacts facts, DateTimeOffset now)
    {
        var (level, why) = TrustRules.LevelOf(facts, now);
        return level > facts.Level ? (level, new TrustRaised(level, now))
            : level < facts.Level ? (level, new TrustLowered(level, why, now))
            : null;
    }

    /// <summary>One fact of a person after the other, until the session's transaction ends: a merchant's file brings thousands of them at a time.</summary>
    public static async Task Hold(this IDocumentSession session, Guid person, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await session.AdvancedSql.QueryAsync<int>(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 7263))) as held", cancellation, person.ToString());
    }
}
