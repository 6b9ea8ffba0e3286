using System.Globalization;
using System.Net;
using Souq.Accounts.Demo;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

/// <summary>The program as a process of its own, killed the hard way.</summary>
public sealed class SuddenDeathTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly string folder = TemporaryFolders.New();
    private string connection = "";
    private RunningProgram program = null!;

    public async ValueTask InitializeAsync() => connection = await Market.Database(cluster);

    [Fact]
    public async Task What_was_acknowledged_survives_the_death_of_the_process_with_all_that_follows_from_it()
    {
        var title = $"Téléphone {RoadSteps.NewWord()}";
        program = await RunningProgram.Serve(connection, folder);
        using var line = new KillingLine(() => program.Process);
        using var seller = await Browser.SignedInAs(line, DemoPeople.Seller, root: program.Root);
        var preview = await seller.Preview(title);
        line.Armed = true;
        await Should.ThrowAsync<HttpRequestException>(() => preview.Submit("submit"));
        line.Acknowledged.ShouldNotBeNull().ShouldContain("desk?sent=");
        program.Process.HasExited.ShouldBeTrue();

        program = await RunningProgram.Serve(connection, folder);
        using var second = new KillingLine(() => program.Process);
        using var moderator = await Browser.SignedInAs(second, DemoPeople.Moderator, root: program.Root);
        await Waiting.Until(async () => (await moderator.Open("/fr/moderation")).Html.Contains(title, StringComparison.Ordinal));
        // A decision too, before it takes effect.
        var opened = await moderator.OpenCase(title);
        second.Armed = true;
        await Should.ThrowAsync<HttpRequestException>(() => opened.Submit("approve"));
        second.Acknowledged.ShouldNotBeNull().ShouldContain("?done=");
        program.Process.HasExited.ShouldBeTrue();

        program = await RunningProgram.Serve(connection, folder);
        using var buyer = new Browser(RunningProgram.Line(), program.Root);
        var number = line.Acknowledged[(line.Acknowledged.LastIndexOf('=') + 1)..];
        await Waiting.Until(async () => (await buyer.Open($"/fr/l/{number}")).Status == HttpStatusCode.OK);
        await Waiting.Until(async () => (await buyer.Open($"/fr/search?q={Uri.EscapeDataString(title)}")).Numbers().Contains(long.Parse(number, CultureInfo.InvariantCulture)));
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
