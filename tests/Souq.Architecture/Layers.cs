using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using Souq.Architecture.Reading;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Souq.Architecture;

/// <summary>What each room may know of the libraries it stands on.</summary>
public class Layers
{
    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies([.. Assemblies.All]).Build();

    [Fact]
    public void The_kernel_does_no_input_or_output() => Holds(Types().That().ResideInAssemblyMatching("^Souq\\.Kernel,")
        .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching("^System\\.(IO|Net|Data)")));

    [Fact]
    public void Contracts_know_no_framework() => Holds(Types().That().ResideInAssemblyMatching("^Souq\\.\\w+\\.Contracts,")
        .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching("^(Marten|Wolverine|JasperFx|Npgsql|Hangfire|Microsoft\\.AspNetCore)")));

    [Fact]
    public void Only_the_host_knows_the_clock_of_jobs() => Holds(Types().That().DoNotResideInAssemblyMatching("^Souq\\.Host,")
        .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching("^Hangfire")));

    [Fact]
    public void The_shared_pages_know_no_store() => Holds(Types().That().ResideInAssemblyMatching("^Souq\\.Web,")
        .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching("^(Marten|Npgsql)")));

    private static void Holds(TypesShouldConjunction rule) =>
        rule.Evaluate(House).Where(r => !r.Passed).Select(r => r.Description).ShouldBeEmpty();
}
