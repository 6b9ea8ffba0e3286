using System.Reflection;

namespace Souq.Architecture.Reading;

/// <summary>The built assemblies of the product.</summary>
internal static class Assemblies
{
    public static IReadOnlyList<Assembly> All { get; } = [.. Project.All
        .Where(p => p.Path.StartsWith("src/", StringComparison.Ordinal) || p.Path.StartsWith("modules/", StringComparison.Ordinal))
        .Select(p => Assembly.Load(p.Name))];

    public static IReadOnlyList<Assembly> Modules { get; } = [.. Named(p => p.IsModule)];

    public static IReadOnlyList<Assembly> Contracts { get; } = [.. Named(p => p.IsContracts)];

    /// <summary>Types people wrote, without what compilers add.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && t.Namespace?.StartsWith("Souq", StringComparison.Ordinal) == true);

    private static IEnumerable<Assembly> Named(Func<Project, bool> which) =>
        All.Where(a => Project.All.Any(p => p.Name == a.GetName().Name && which(p)));
}
