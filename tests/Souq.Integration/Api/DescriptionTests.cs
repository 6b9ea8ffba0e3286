using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.TestSupport;

namespace Souq.Integration.Api;

[Collection(nameof(Market))]
public sealed class DescriptionTests(Market market)
{
    [Fact]
    public async Task Every_operation_for_merchants_is_described_with_examples_and_asks_for_a_token()
    {
        using var client = market.Host.Server.CreateClient();
        using var description = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var operations = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .Select(o => o.Value).Where(o => o.GetProperty("tags")[0].GetString() == "Merchants").ToList();
        operations.Count.ShouldBe(13);
        foreach (var operation in operations)
        {
            var name = operation.GetProperty("operationId").GetString();
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(name);
            operation.GetProperty("security")[0].TryGetProperty("token", out _).ShouldBeTrue(name);
            var good = operation.GetProperty("responses").EnumerateObject().First(r => r.Name[0] == '2').Value.GetProperty("content").GetProperty("application/json");
            good.TryGetProperty("example", out _).ShouldBeTrue(name);
            good.TryGetProperty("schema", out _).ShouldBeTrue(name);
            if (operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json))
                json.TryGetProperty("example", out _).ShouldBeTrue(name);
        }
    }
}

/// <summary>The page that explains the API, run command by command against the real program.</summary>
public sealed class DocumentationTests(TestCluster cluster)
{
    [Fact]
    public async Task Every_command_of_the_page_runs()
    {
        var (connection, folder) = (await Market.Database(cluster), TemporaryFolders.New());
        var file = Path.Combine(folder, "stock.csv");
        await File.WriteAllTextAsync(file, "ref;section;title;price;wilaya\nA-1;smartphones;Galaxy A52 à vendre;45000;16\n", TestContext.Current.CancellationToken);
        using (var import = RunningProgram.Start(connection, folder, "import", file, "--seller", DemoPeople.Merchant, "--publish"))
        {
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
            import.ExitCode.ShouldBe(0);
        }

        await using (var program = await RunningProgram.Serve(connection, folder))
        {
            var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(Root(), "build", "try-api"));
            start.ArgumentList.Add(program.Root.AbsoluteUri.TrimEnd('/'));
            using var script = Process.Start(start)!;
            var said = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await script.WaitForExitAsync(TestContext.Current.CancellationToken);
            script.ExitCode.ShouldBe(0, said + errors);
            said.ShouldContain("Every command of build/docs/api.md was run.");
        }

        await TemporaryFolders.DeleteAsync(folder);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
