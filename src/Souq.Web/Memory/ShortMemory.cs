using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;

namespace Souq.Web.Memory;

/// <summary>What many pages ask for, remembered by this node for half a minute; only what may be so old, and nothing that says that a thing can be had.</summary>
/// <param name="limit">Of the sizes of all that is remembered.</param>
public sealed class ShortMemory(IConfiguration configuration, long limit) : IDisposable
{
    /// <summary>Of the configuration: <c>false</c> where everything is to be made anew, as in tests.</summary>
    public const string Setting = "Souq:PageMemory";

    public static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly bool isOn = configuration.GetValue(Setting, true);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = limit });

    /// <param name="find">May run twice when two ask at once.</param>
    /// <param name="size">Of what was found; 1 when it is <c>null</c>.</param>
    public async Task<T> Of<T>(object key, Func<Task<T>> find, Func<T, long>? size = null)
    {
        if (!isOn) return await find();
        if (known.TryGetValue(key, out T? remembered)) return remembered!;
        var found = await find();
        known.Set(key, found, new MemoryCacheEntryOptions { Size = size?.Invoke(found) ?? 1, AbsoluteExpirationRelativeToNow = Age });
        return found;
    }

    public void Dispose() => known.Dispose();
}
