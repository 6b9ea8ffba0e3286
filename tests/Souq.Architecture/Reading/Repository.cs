namespace Souq.Architecture.Reading;

/// <summary>The files of this repository as they lie on disk, without what a build puts among them.</summary>
internal static class Repository
{
    private static readonly string[] Passed = ["obj", "bin", "artifacts", "node_modules", "Generated"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below these folders with these endings, with paths from the root.</summary>
    public static IReadOnlyList<SourceFile> Files(string[] folders, params string[] endings) =>
        [.. folders.SelectMany(folder => Below(Path.Combine(Root, folder)))
            .Where(path => endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Code and pages of the product: <c>src</c> and <c>modules</c>.</summary>
    public static IReadOnlyList<SourceFile> Product(params string[] endings) => Files(["src", "modules"], endings);

    private static IEnumerable<string> Below(string folder) => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(d => Path.GetFileName(d) is var name && name[0] != '.' && !Passed.Contains(name)).SelectMany(Below));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SouqModular.sln"))) return folder.FullName;
        throw new InvalidOperationException("These tests read the sources: run them from a build inside the repository.");
    }
}
