using System.Xml.Linq;

namespace Souq.Architecture.Reading;

/// <summary>A project file: what it is called and what it refers to.</summary>
internal sealed record Project(string Name, string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static IReadOnlyList<Project> All { get; } = [.. Repository.Files(["src", "modules", "tests", "build"], ".csproj").Select(Read)];

    /// <summary>The project a file belongs to.</summary>
    public static Project Of(string path) => All.Single(p => path.StartsWith(p.Path[..(p.Path.LastIndexOf('/') + 1)], StringComparison.Ordinal));

    public bool IsContracts => Name.EndsWith(".Contracts", StringComparison.Ordinal);

    public bool IsModule => Path.StartsWith("modules/", StringComparison.Ordinal) && !IsContracts;

    public override string ToString() => Name;

    private static Project Read(SourceFile file)
    {
        var xml = XDocument.Parse(file.Text);
        return new Project(
            NameOf(file.Path),
            file.Path,
            [.. xml.Descendants("ProjectReference").Select(r => NameOf(r.Attribute("Include")!.Value))],
            [.. xml.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)]);
    }

    private static string NameOf(string path) => path.Split('/', '\\')[^1].Replace(".csproj", "", StringComparison.Ordinal);
}
