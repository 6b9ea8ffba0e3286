using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Souq.Web.Memory;

namespace Souq.Listings.Watching;

/// <summary>
/// Remembers what was found for as long as letters are written from it: all slices of a run ask up to the same place, and without this each would read
/// the finds of the whole day. What was found up to a place that was reached does not change any more.
/// </summary>
public sealed class FindsMemory(NpgsqlDataSource source, IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly bool isOn = configuration.GetValue(ShortMemory.Setting, true);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 256 << 20 });

    /// <summary>Pairs of a search and an advert that are remembered of one run; four bytes each.</summary>
    public int Most { get; init; } = 32_000_000;

    public void Dispose() => known.Dispose();

    /// <param name="until">Has been reached.</param>
    /// <returns><c>null</c> when it is too much to be remembered.</returns>
    public async Task<FoundBySearch?> Between(long after, long until, CancellationToken cancellation)
    {
        if (isOn && known.TryGetValue(until, out (long After, FoundBySearch? Found) remembered) && remembered.After <= after) return remembered.Found;
        var found = await FoundBySearch.Read(source, after, until, Most, cancellation);
        if (isOn) known.Set(until, (after, found), new MemoryCacheEntryOptions { Size = found?.Bytes ?? 1, SlidingExpiration = Idle });
        return found;
    }
}
