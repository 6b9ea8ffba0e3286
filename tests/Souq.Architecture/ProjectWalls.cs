using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>The walls that hold everything else: what a project may refer to.</summary>
public class ProjectWalls
{
    private static readonly string[] Shared = ["Souq.Kernel", "Souq.Web", "Souq.Mail", "Souq.EventStore", "DistributedLockShim"];

    private static IEnumerable<string> Contracts => Project.All.Where(p => p.IsContracts).Select(p => p.Name);

    [Fact]
    public void A_module_refers_to_the_shared_rooms_and_to_contracts_alone() =>
        Strange(p => p.IsModule, [.. Shared, .. Contracts]).ShouldBeEmpty();

    [Fact]
    public void Contracts_refer_to_the_kernel_alone()
    {
        Strange(p => p.IsContracts, ["Souq.Kernel"]).ShouldBeEmpty();
        Project.All.Where(p => p.IsContracts && p.Packages.Count > 0).ShouldBeEmpty();
    }

    [Fact]
    public void The_kernel_refers_to_nothing()
    {
        var kernel = Project.All.Single(p => p.Name == "Souq.Kernel");
        kernel.Projects.ShouldBeEmpty();
        kernel.Packages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Souq.Web", "Souq.Kernel DistributedLockShim")]
    [InlineData("Souq.Mail", "Souq.Kernel Souq.Web Souq.EventStore DistributedLockShim")]
    [InlineData("Souq.EventStore", "Souq.Kernel DistributedLockShim")]
    [InlineData("Souq.LocalPostgres", "Souq.Kernel")]
    public void A_shared_room_knows_no_module(string project, string may) => Strange(p => p.Name == project, may.Split(' ')).ShouldBeEmpty();

    [Fact]
    public void Only_the_host_refers_to_modules() => Project.All
        .Where(p => p.Projects.Any(r => Project.All.Any(m => m.IsModule && m.Name == r)) && !p.Path.StartsWith("tests/", StringComparison.Ordinal))
        .Select(p => p.Name).ShouldBe(["Souq.Host"]);

    [Fact]
    public void The_host_holds_every_module() =>
        Project.All.Where(p => p.IsModule).Select(p => p.Name).Except(Project.All.Single(p => p.Name == "Souq.Host").Projects).ShouldBeEmpty();

    /// <summary>The compiler may let through what another reference drags in; the built assembly tells.</summary>
    [Fact]
    public void No_built_module_uses_another() => Assemblies.Modules
        .SelectMany(m => m.GetReferencedAssemblies().Where(r => Assemblies.Modules.Any(o => o != m && o.GetName().Name == r.Name))
            .Select(r => $"{m.GetName().Name} uses {r.Name}"))
        .ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "SouqModular.sln"));
        Project.All.Where(p => !solution.Contains($"{p.Name}.csproj", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Strange(Func<Project, bool> which, string[] may) => Project.All.Where(which)
        .SelectMany(p => p.Projects.Except(may).Select(r => $"{p.Name} refers to {r}"));
}
