using Souq.LocalPostgres;

namespace Souq.TestSupport;

/// <summary>Data folders of test runs, and what killed runs left behind of theirs.</summary>
public static class TemporaryFolders
{
    private const string Prefix = "souq-test-";

    private static readonly TimeSpan SurelyStarted = TimeSpan.FromMinutes(10);

    public static string New() => Directory.CreateTempSubdirectory(Prefix).FullName;

    /// <summary>Deletes the folder and, where nobody uses it, the cluster in it.</summary>
    public static async Task DeleteAsync(string folder)
    {
        if (await LocalCluster.TryRemoveAsync(folder))
            Directory.Delete(folder, recursive: true);
    }

    internal static async Task SweepAsync()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (TimeProvider.System.GetUtcNow() - Directory.GetLastWriteTimeUtc(folder) < SurelyStarted)
                continue;
            try
            {
                await DeleteAsync(folder);
            }
            catch (Exception foreign) when (foreign is IOException or UnauthorizedAccessException or LocalPostgresException)
            {
                // Somebody else's, or being deleted by another run.
            }
        }
    }
}
