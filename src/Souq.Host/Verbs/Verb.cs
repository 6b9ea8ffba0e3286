namespace Souq.Host.Verbs;

/// <summary>A thing the program does from the command line instead of serving: <c>dotnet run --project src/Souq.Host -- import …</c></summary>
internal sealed record Verb(string Name, string Usage, Func<string[], Task<int>> Run)
{
    private static readonly Verb[] All =
    [
        new("import", ImportVerb.Usage, ImportVerb.Run),
        new("admin", AdminVerb.Usage, AdminVerb.Run),
        new("seed", SeedVerb.Usage, SeedVerb.Run),
        new("rebuild-search", RebuildSearchVerb.Usage, RebuildSearchVerb.Run),
        new("check-catalog", CheckCatalogVerb.Usage, CheckCatalogVerb.Run),
        new("help", "help", Help),
    ];

    /// <summary>The verb a command line begins with; <c>null</c> when it only has settings, which is how the market is served.</summary>
    public static Verb? Named(string[] args) => args.Length == 0 || args[0].StartsWith('-') || args[0].Contains('=')
        ? null
        : All.FirstOrDefault(v => v.Name == args[0]) ?? new Verb(args[0], "", Unknown);

    private static Task<int> Help(string[] args)
    {
        Console.WriteLine("Without a verb the market is served. Verbs:");
        foreach (var verb in All) Console.WriteLine("  " + verb.Usage);
        return Task.FromResult(0);
    }

    private static async Task<int> Unknown(string[] args)
    {
        await Console.Error.WriteLineAsync("There is no such verb.");
        await Help(args);
        return 2;
    }
}
