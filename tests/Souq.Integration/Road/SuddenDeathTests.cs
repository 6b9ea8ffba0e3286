using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Souq.Accounts.Demo;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

/// <summary>The program as a process of its own, killed the hard way.</summary>
public sealed class SuddenDeathTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string folder = TemporaryFolders.New();
    private string connection = "";
    private Process? program;
    private Uri root = null!;

    public async ValueTask InitializeAsync() => connection = await Market.Database(cluster);

    [Fact]
    public async Task What_was_acknowledged_survives_the_death_of_the_process_with_all_that_follows_from_it()
    {
        var title = $"Téléphone {RoadSteps.NewWord()}";
        await Start();
        using var line = new KillingLine(() => program!);
        using var seller = await Browser.SignedInAs(line, DemoPeople.Seller, root: root);
        var preview = await seller.Preview(title);
        line.Armed = true;
        await Should.ThrowAsync<HttpRequestException>(() => preview.Submit("submit"));
        line.Acknowledged.ShouldNotBeNull().ShouldContain("desk?sent=");
        program!.HasExited.ShouldBeTrue();

        await Start();
        using var moderator = await Browser.SignedInAs(Line(), DemoPeople.Moderator, root: root);
        await Until(async () => (await moderator.Open("/fr/moderation")).Html.Contains(title, StringComparison.Ordinal));
        var done = await (await moderator.OpenCase(title)).Submit("approve");
        done.Address.Query.ShouldStartWith("?done=");
        using var buyer = new Browser(Line(), root);
        var number = line.Acknowledged[(line.Acknowledged.LastIndexOf('=') + 1)..];
        await Until(async () => (await buyer.Open($"/fr/l/{number}")).Status == HttpStatusCode.OK);
        await Until(async () => (await buyer.Open($"/fr/search?q={Uri.EscapeDataString(title)}")).Numbers().Contains(long.Parse(number, CultureInfo.InvariantCulture)));
    }

    private async Task Start()
    {
        root = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Souq.Host.dll"), "--urls", root.AbsoluteUri },
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in Market.Settings(connection, folder)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        program = Process.Start(start)!;
        using var browser = new Browser(Line(), root);
        await Until(async () =>
        {
            program.HasExited.ShouldBeFalse("The program ended by itself");
            try
            {
                return (await browser.Open("/health/ready")).Status == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var since = Stopwatch.StartNew();
        while (!await condition())
        {
            since.Elapsed.ShouldBeLessThan(Patience);
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static SocketsHttpHandler Line() => new() { AllowAutoRedirect = false, UseCookies = false };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (program is { HasExited: false })
        {
            program.Kill();
            await program.WaitForExitAsync();
        }

        program?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Kills the program the moment its acknowledgement of an advert has come.</summary>
    private sealed class KillingLine(Func<Process> victim) : DelegatingHandler(Line())
    {
        public bool Armed { get; set; }

        public string? Acknowledged { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!Armed || request.Method != HttpMethod.Post || response.Headers.Location is not { } sent) return response;
            victim().Kill();
            await victim().WaitForExitAsync(cancellationToken);
            Acknowledged = sent.ToString();
            return response;
        }
    }
}
