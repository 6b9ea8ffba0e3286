using System.Diagnostics;

namespace Souq.LocalPostgres;

/// <summary>Advisory file locks (flock): the kernel lets go of them when their process dies, however it dies.</summary>
internal static class ClusterLock
{
    public static Task<FileStream> ExclusiveAsync(string file, TimeSpan patience, CancellationToken cancellation) =>
        WaitAsync(() => TryExclusive(file), file, patience, cancellation);

    public static Task<FileStream> SharedAsync(string file, TimeSpan patience, CancellationToken cancellation) =>
        WaitAsync(() => Try(file, FileAccess.Read, FileShare.Read), file, patience, cancellation);

    public static FileStream? TryExclusive(string file) => Try(file, FileAccess.ReadWrite, FileShare.None);

    private static async Task<FileStream> WaitAsync(
        Func<FileStream?> take, string file, TimeSpan patience, CancellationToken cancellation)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (take() is { } taken)
                return taken;
            if (waiting.Elapsed > patience)
                throw new LocalPostgresException($"Another process has held {file} for {patience.TotalSeconds:0} seconds");
            await Task.Delay(50, cancellation);
        }
    }

    private static FileStream? Try(string file, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
        catch (UnauthorizedAccessException other)
        {
            throw new LocalPostgresException($"{file} belongs to another user: run as that one, or set SOUQ_DATA to a folder of your own", other);
        }
    }
}
