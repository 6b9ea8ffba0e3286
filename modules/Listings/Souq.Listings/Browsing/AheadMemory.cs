using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Souq.Web.Memory;

namespace Souq.Listings.Browsing;

/// <summary>
/// What searches found, remembered by this node for half a minute. What is asked for again near the end of it is made anew beside, so that of those who
/// ask for what many ask for only the first ever waits.
/// </summary>
internal sealed class AheadMemory<T>(long limit) : IDisposable
    where T : class
{
    public static readonly TimeSpan Age = ShortMemory.Age;

    private static readonly TimeSpan Renewed = TimeSpan.FromSeconds(20);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = limit });

    // Readers who wait come first: what nobody waits for is made one after the other.
    private readonly SemaphoreSlim turn = new(1);

    /// <param name="renew">Makes it anew, after whoever asked is gone; <c>null</c> when it is not to be remembered any more.</param>
    public T? Of(object key, Func<Task<T?>> renew)
    {
        if (!known.TryGetValue(key, out Entry? entry)) return null;
        if (Environment.TickCount64 - entry!.At > Renewed.TotalMilliseconds && Interlocked.Exchange(ref entry.Renewing, 1) == 0) _ = Renew(key, renew);
        return entry.Value;
    }

    public void Set(object key, T value) => Set(key, new Entry(value, Environment.TickCount64));

    /// <summary>The same with something added to it: it does not live longer for that.</summary>
    public void Replace(object key, T old, T value)
    {
        if (known.TryGetValue(key, out Entry? entry) && ReferenceEquals(entry!.Value, old)) Set(key, new Entry(value, entry.At) { Renewing = entry.Renewing });
    }

    public void Dispose()
    {
        known.Dispose();
        turn.Dispose();
    }

    private void Set(object key, Entry entry)
    {
        var left = Age - TimeSpan.FromMilliseconds(Environment.TickCount64 - entry.At);
        if (left > TimeSpan.Zero) known.Set(key, entry, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = left });
    }

    private async Task Renew(object key, Func<Task<T?>> renew)
    {
        await Task.Yield();
        try
        {
            await turn.WaitAsync();
            try
            {
                if (await renew() is { } value) Set(key, value);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or ObjectDisposedException or TimeoutException)
        {
            // Whoever asks when it is forgotten makes it himself, and is told what is wrong.
        }
    }

    private sealed class Entry(T value, long at)
    {
        public readonly T Value = value;
        public readonly long At = at;
        public int Renewing;
    }
}
