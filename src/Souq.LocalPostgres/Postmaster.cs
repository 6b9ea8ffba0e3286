using System.Diagnostics;
using System.Globalization;

namespace Souq.LocalPostgres;

/// <summary>A server process as its lock file (postmaster.pid) describes it.</summary>
/// <param name="Port">Null until the server has got that far.</param>
internal sealed record Postmaster(int Pid, int? Port, bool Ready)
{
    private static string FileIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>The server that lives in this folder now, ready or not; null where none does.</summary>
    public static Postmaster? In(string data)
    {
        var (pid, lines) = Read(data);
        if (pid is null || !IsServer(pid.Value, data))
            return null;
        int? port = lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var number) ? number : null;
        return new Postmaster(pid.Value, port, lines.Length > 7 && lines[7].Trim() == "ready");
    }

    /// <summary>
    /// PostgreSQL trusts any living process with the number in its lock file, although after a restart of the machine or
    /// container that number may belong to anything. Removes the file then, unless orphans still use its shared memory.
    /// </summary>
    public static void ForgetStale(string data)
    {
        var (pid, lines) = Read(data);
        if (pid is null || !Directory.Exists($"/proc/{pid}") || IsServer(pid.Value, data))
            return;
        var segment = lines.Length > 6 ? lines[6].Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() : null;
        if (segment is null || !IsAttached(segment))
            File.Delete(FileIn(data));
    }

    private static (int? Pid, string[] Lines) Read(string data)
    {
        try
        {
            var lines = File.ReadAllLines(FileIn(data));
            return (lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) ? pid : null, lines);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, []);
        }
    }

    private static bool IsServer(int pid, string data)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName is "postgres" or "postmaster" && !IsZombie(pid) && LivesIn(pid, data);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsZombie(int pid)
    {
        var file = $"/proc/{pid}/stat";
        if (!File.Exists(file))
            return false;
        var text = File.ReadAllText(file);
        return text[(text.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
    }

    private static bool LivesIn(int pid, string data)
    {
        try
        {
            return !Directory.Exists($"/proc/{pid}")
                || File.ReadAllText(FileIn($"/proc/{pid}/cwd")) == File.ReadAllText(FileIn(data));
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Columns of /proc/sysvipc/shm: key, shmid, perms, size, cpid, lpid, nattch …
    private static bool IsAttached(string segment) =>
        File.Exists("/proc/sysvipc/shm")
        && File.ReadLines("/proc/sysvipc/shm").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(columns => columns.Length > 6 && columns[1] == segment && columns[6] != "0");
}
