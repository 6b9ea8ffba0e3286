using System.Collections.Concurrent;
using Marten;
using Souq.Accounts.Limits;

namespace Souq.Accounts.Tokens;

/// <summary>
/// Whom a token speaks for and how often it may still be used, remembered for moments: a program sends its requests in bursts, and each
/// would cost three questions to the database otherwise. All nodes count together still; they only take several times at once.
/// </summary>
public sealed class TokenBook(IAccountsStore store, Limiter limiter, TimeProvider time)
{
    /// <summary>A token revoked on another node opens doors here for so long yet.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(3);

    private const int Entries = 10_000;
    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);

    /// <returns><c>null</c> when nobody has such a token, or it was revoked, or its owner is not a member.</returns>
    public async Task<(ApiToken Token, Person Person)?> Find(string hash, CancellationToken cancellation)
    {
        if (known.TryGetValue(hash, out var entry) && time.GetElapsedTime(entry.Since) < Memory) return (entry.Token, entry.Person);
        var since = time.GetTimestamp();
        await using var session = store.QuerySession();
        var token = await session.Query<ApiToken>().FirstOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, cancellation);
        if (token is null || await session.LoadAsync<Person>(token.PersonId, cancellation) is not { Confirmed: true } person || person.IsShutOut(time.GetUtcNow()))
        {
            known.TryRemove(hash, out _);
            return null;
        }

        if (known.Count >= Entries) known.Clear();
        known[hash] = new Entry(token, person, since);
        return (token, person);
    }

    /// <summary>One more request of this token.</summary>
    public async Task<Grant> Take(ApiToken token, int perMinute, CancellationToken cancellation)
    {
        if (known.TryGetValue(token.Hash, out var entry) && entry.TakeOne()) return default;
        var (limit, subject, lot) = (new Limit("api.token", perMinute, TimeSpan.FromMinutes(1)), token.Id.ToString(), Math.Clamp(perMinute / 24, 1, 50));
        if (lot > 1 && !(await limiter.Take(limit, subject, lot, cancellation)).IsRefused)
        {
            entry?.Add(lot - 1);
            return default;
        }

        return await limiter.Take(limit, subject, cancellation);
    }

    /// <summary>It was revoked here: at once, then.</summary>
    public void Forget(Guid tokenId)
    {
        foreach (var (hash, entry) in known)
            if (entry.Token.Id == tokenId) known.TryRemove(hash, out _);
    }

    private sealed class Entry(ApiToken token, Person person, long since)
    {
        private int left;

        public ApiToken Token => token;

        public Person Person => person;

        public long Since => since;

        public bool TakeOne()
        {
            for (var seen = Volatile.Read(ref left); seen > 0; seen = Volatile.Read(ref left))
                if (Interlocked.CompareExchange(ref left, seen - 1, seen) == seen) return true;
            return false;
        }

        public void Add(int times) => Interlocked.Add(ref left, times);
    }
}
