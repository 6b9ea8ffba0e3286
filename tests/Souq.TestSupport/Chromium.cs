namespace Souq.TestSupport;

/// <summary>The browser of this machine, for Playwright's <c>ExecutablePath</c>.</summary>
public static class Chromium
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>What SOUQ_CHROMIUM names, else the first one on PATH.</summary>
    /// <exception cref="FileNotFoundException">There is none; build/test installs one.</exception>
    public static string Find() =>
        Environment.GetEnvironmentVariable("SOUQ_CHROMIUM")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => _names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("No Chromium on this machine: apt-get install chromium, or set SOUQ_CHROMIUM");
}
