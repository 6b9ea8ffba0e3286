using System.Globalization;
using System.Runtime.CompilerServices;

namespace Souq.LocalPostgres;

/// <summary>Where server binaries are looked for, in order; tests put their own folders here.</summary>
internal sealed record PostgresPlaces
{
    public string PgConfig { get; init; } = "pg_config";

    public string PerVersionFolder { get; init; } = "/usr/lib/postgresql";

    public string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    public NpmPostgres Npm { get; init; } = new();

    /// <summary>Every folder that has a <c>postgres</c>, each once.</summary>
    public async IAsyncEnumerable<string> FoldersAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var folder in AllAsync(cancellation))
        {
            var program = new FileInfo(Path.Combine(folder, "postgres"));
            if (!program.Exists)
                continue;
            // /usr/bin/postgres may be a link into the real installation, which alone has initdb beside it.
            var real = Path.GetDirectoryName(program.ResolveLinkTarget(true)?.FullName ?? program.FullName)!;
            if (seen.Add(real))
                yield return real;
        }
    }

    private async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var configured = await Command.RunAsync([PgConfig, "--bindir"], cancellation);
        if (configured.Succeeded)
            yield return configured.Output.Trim();

        if (Directory.Exists(PerVersionFolder))
            foreach (var version in Directory.GetDirectories(PerVersionFolder).OrderByDescending(VersionOf))
                yield return Path.Combine(version, "bin");

        foreach (var folder in SearchPath.Split(Path.PathSeparator).Where(Path.IsPathRooted))
            yield return folder;
    }

    private static int VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
