using System.Text;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings.Importing;

/// <summary>A file that is being run when the process dies.</summary>
public sealed class DyingImportTests(TestCluster cluster) : IAsyncLifetime
{
    private const int Size = 900;

    private readonly string folder = TemporaryFolders.New();
    private string connection = "";
    private RunningProgram program = null!;

    public async ValueTask InitializeAsync() => connection = await Market.Database(cluster);

    [Fact]
    public async Task A_run_goes_on_where_it_was_when_its_process_dies_and_takes_every_line_once()
    {
        var word = RoadSteps.NewWord();
        program = await RunningProgram.Serve(connection, folder);
        using var line = new KillingLine(() => program.Process);
        using var merchant = await Browser.SignedInAs(line, DemoPeople.Merchant, root: program.Root);
        var file = FileSteps.File(Enumerable.Range(0, Size).Select(i => FileSteps.Car($"{word}-{i}", $"Clio {word} {i}")));
        var columns = await (await merchant.Open("/fr/desk/import")).Upload("upload", "file", [("stock.csv", Encoding.UTF8.GetBytes(file))]);
        var trial = await columns.Submit("match", ("constant.section", "cars"));
        await Waiting.Until(async () => (trial = await merchant.Open(trial.Address.AbsolutePath)).Tally().Count > 0);
        trial.Tally().ShouldBe([Size, 0, 0, 0]);
        line.Armed = true;
        await Should.ThrowAsync<HttpRequestException>(() => trial.Submit("run"));
        line.Acknowledged.ShouldNotBeNull();
        program.Process.HasExited.ShouldBeTrue();

        program = await RunningProgram.Serve(connection, folder);
        using var again = await Browser.SignedInAs(RunningProgram.Line(), DemoPeople.Merchant, root: program.Root);
        Page done = null!;
        await Waiting.Until(async () => (done = await again.Open(trial.Address.AbsolutePath)).Tally().Count > 0);
        done.Tally().ShouldBe([Size, 0, 0, 0]);
        var export = (await again.Open("/fr/desk/export.csv")).Html.Split("\r\n").Where(l => l.StartsWith(word + "-", StringComparison.Ordinal)).ToList();
        export.Count.ShouldBe(Size);
        export.Select(l => l.Split(';')[0]).ShouldBeUnique();
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
