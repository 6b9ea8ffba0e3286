using NetVips;

namespace Souq.Listings.Photos;

/// <summary>How libvips is held, once for the process.</summary>
public static class VipsLimits
{
    private static readonly Lazy<bool> s_set = new(Set);

    public static void Apply() => _ = s_set.Value;

    private static bool Set()
    {
        // One thread a picture: several pictures at once are the parallelism, and their number is limited.
        global::NetVips.NetVips.Concurrency = 1;
        // No upload is worked on twice: a cache of operations would only hold memory.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        // What libvips has to say about a file becomes a refusal; on the console of a server it would be noise anybody can make.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        // Explicit loaders are used anyway; this keeps every other one (SVG, PDF, GIF, HEIF, TIFF …) shut should one be reached by mistake.
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in (string[])["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"])
            Operation.Block(loader, false);
        return true;
    }
}
