namespace Souq.LocalPostgres;

/// <summary>
/// PostgreSQL refuses to run as root. When this process is root, the server's programs run as another user: the owner of the
/// data where there is some, else <c>postgres</c>, else <c>nobody</c>. For everybody else this changes nothing.
/// </summary>
internal sealed record ServerUser(uint Uid, uint Gid)
{
    /// <summary>Null where commands can run as who we are.</summary>
    public static ServerUser? For(string dataFolder)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;
        var people = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(parts => parts.Length > 3).ToList();
        var owner = OwnerOf(dataFolder);
        var known = people.Find(p => p[2] == owner) ?? people.Find(p => p[0] == "postgres") ?? people.Find(p => p[0] == "nobody");
        return known is not null && uint.TryParse(known[2], out var uid) && uint.TryParse(known[3], out var gid)
            ? new ServerUser(uid, gid)
            : new ServerUser(65534, 65534);
    }

    /// <summary>
    /// How the wrapped command names its folder. The other user often may not walk down to it (/root and private checkouts are
    /// closed to him), so root opens it first and hands it down open: this name leads there without a walk.
    /// </summary>
    public const string OpenFolder = "/proc/self/fd/9";

    public IReadOnlyList<string> Wrap(IReadOnlyList<string> commandLine, string folder) =>
        [
            "sh", "-c", "exec 9<\"$0\" && exec \"$@\"", folder,
            "setpriv", $"--reuid={Uid}", $"--regid={Gid}", "--clear-groups", "--no-new-privs", "--", .. commandLine,
        ];

    public async Task TakeOverAsync(string path)
    {
        var answer = await Command.RunAsync(["chown", $"{Uid}:{Gid}", path]);
        if (!answer.Succeeded)
            throw new LocalPostgresException($"{path} cannot be given to user {Uid}: {answer.Text}");
    }

    private static string? OwnerOf(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        var answer = Command.RunAsync(["stat", "-c", "%u", folder]).GetAwaiter().GetResult();
        return answer.Succeeded && answer.Output.Trim() is var uid and not "0" ? uid : null;
    }
}
