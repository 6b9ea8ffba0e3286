using System.ComponentModel;
using System.Diagnostics;

namespace Souq.LocalPostgres;

/// <summary>What a finished program said: exit code (127 when it could not be started) and its two streams.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Text => $"{Output}{Error}".Trim();
}

internal static class Command
{
    public static async Task<CommandResult> RunAsync(
        IReadOnlyList<string> commandLine, CancellationToken cancellation = default)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToArray())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            return new CommandResult(127, "", missing.Message);
        }

        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            try
            {
                await process.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return new CommandResult(process.ExitCode, await output, await error);
        }
    }

    // Settings meant for somebody else's server or terminal would leak into ours.
    private static bool IsForeign(string name) =>
        (name.StartsWith("PG", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterUpper(c)))
        || name.StartsWith("LC_", StringComparison.Ordinal) || name is "LANG" or "LANGUAGE" or "TZ";
}
