namespace Souq.LocalPostgres;

/// <summary>Runs initdb and pg_ctl on one folder, as a user PostgreSQL agrees to.</summary>
internal sealed class ClusterPrograms(ClusterFolder folder, PostgresBinaries binaries)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ServerUser? _user = ServerUser.For(folder.Data);

    // Opened by pg_ctl's shell, as the server's user.
    private string LogName => _user is null ? folder.Log : $"{ServerUser.OpenFolder}/{Path.GetFileName(folder.Log)}";

    private static string Seconds => $"{Patience.TotalSeconds:0}";

    public async Task InitialiseAsync(bool fast, CancellationToken cancellation)
    {
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);
        Directory.CreateDirectory(folder.Unfinished);
        if (_user is not null)
            await _user.TakeOverAsync(folder.Unfinished);

        var secret = Path.Combine(Path.GetTempPath(), $"souq-{Guid.NewGuid():N}");
        try
        {
            ClusterFolder.WriteSecret(secret, folder.NewPassword());
            if (_user is not null)
                await _user.TakeOverAsync(secret);
            await MustAsync(
                folder.Unfinished,
                [
                    "initdb", "--username=souq", $"--pwfile={secret}", "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale=C.UTF-8", fast ? "--no-sync" : "--no-instructions",
                ],
                cancellation);
        }
        finally
        {
            File.Delete(secret);
        }

        Directory.Move(folder.Unfinished, folder.Data);
    }

    /// <remarks>pg_ctl gives the server a session of its own: Ctrl-C in our terminal does not reach it before us.</remarks>
    public Task<CommandResult> StartAsync(CancellationToken cancellation) =>
        RunAsync(folder.Data, ["pg_ctl", "start", "--wait", $"--timeout={Seconds}", "--silent", $"--log={LogName}"], cancellation);

    /// <summary>True where these binaries know the setting and can do what is asked.</summary>
    public async Task<bool> TakeAsync(string setting, string value, CancellationToken cancellation) =>
        (await RunAsync(folder.Data, ["postgres", "-C", setting, "-c", $"{setting}={value}"], cancellation)).Succeeded;

    public Task StopAsync(bool abruptly) =>
        MustAsync(
            folder.Data,
            ["pg_ctl", "stop", "--wait", $"--timeout={Seconds}", "--silent", $"--mode={(abruptly ? "immediate" : "fast")}"],
            default);

    private async Task MustAsync(string where, string[] commandLine, CancellationToken cancellation)
    {
        var answer = await RunAsync(where, commandLine, cancellation);
        if (!answer.Succeeded)
            throw new LocalPostgresException($"{commandLine[0]} failed in {folder.Root}: {answer.Text}");
    }

    private Task<CommandResult> RunAsync(string where, string[] commandLine, CancellationToken cancellation)
    {
        var seen = _user is null ? where : ServerUser.OpenFolder;
        string[] full = [binaries.Program(commandLine[0]), .. commandLine[1..], "-D", seen];
        return Command.RunAsync(_user?.Wrap(full, where) ?? full, cancellation);
    }
}
