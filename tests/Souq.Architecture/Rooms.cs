using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>Where things lie and how large they may grow.</summary>
public class Rooms
{
    private const int LongestFile = 300;

    private static readonly string[] Local = ["artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    [Fact]
    public void The_house_has_four_rooms() =>
        Names(Repository.Root).Where(name => name[0] != '.').Except(Local).Order().ShouldBe(["build", "modules", "src", "tests"]);

    [Fact]
    public void A_module_is_two_projects_the_contracts_and_the_rest()
    {
        foreach (var module in Names(Path.Combine(Repository.Root, "modules")))
            Names(Path.Combine(Repository.Root, "modules", module)).Order().ShouldBe([$"Souq.{module}", $"Souq.{module}.Contracts"]);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Projects_bear_the_name_of_the_house(string room) =>
        Names(Path.Combine(Repository.Root, room)).Where(name => !name.StartsWith("Souq.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Repository.Files(["src", "modules", "tests", "build"], ".cs", ".razor", ".css", ".js")
            .Where(file => !file.Path.EndsWith("wwwroot/souq.css", StringComparison.Ordinal) && file.LineCount > LongestFile)
            .Select(file => $"{file}: {file.LineCount}").ShouldBeEmpty();

    private static IEnumerable<string> Names(string folder) => Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)!);
}
