using Marten;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Importing.Files;
using Wolverine.Runtime;

namespace Souq.Integration.Listings.Importing;

/// <summary>A message may come twice, late, and on two nodes at once: every line is taken once.</summary>
[Collection(nameof(Market))]
public sealed class OnceTests(Market market)
{
    private const int Size = 450;
    private const int Batches = 3;

    private readonly string word = RoadSteps.NewWord();

    [Fact]
    public async Task The_same_batch_handed_over_many_times_creates_nothing_twice()
    {
        using var merchant = await market.NewMerchant();
        var trial = await market.Try(merchant, FileSteps.File(Lines()));
        trial.Tally().ShouldBe([Size, 0, 0, 0]);
        var id = trial.ImportOf();

        await market.Follow(async () =>
        {
            await trial.Submit("run");
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Hand(new RunLines(id, 0)).AsTask()));
            return true;
        });
        foreach (var after in new[] { 0, 201, 401, Size + 1 }) await market.Tick(new RunLines(id, after));
        await market.Tick(new TryLines(id, 0));

        var import = await market.Import(id);
        (import.State, import.Taken).ShouldBe((ImportState.Done, new Tally(Size, 0, 0, 0)));
        await using var session = market.Service<IListingsStore>().QuerySession();
        (await session.Events.FetchStreamAsync(id, token: TestContext.Current.CancellationToken)).Select(e => e.Data).OfType<LinesTaken>().Count().ShouldBe(Batches);
        var adverts = await session.Query<Listing>().Where(l => l.SellerId == merchant.Id).ToListAsync(TestContext.Current.CancellationToken);
        adverts.Select(a => a.Ref).Order().ShouldBe(Enumerable.Range(0, Size).Select(Ref).Order());
        adverts.ShouldAllBe(a => a.Version == 2);
        adverts.Select(a => a.Number).ShouldBeUnique();
    }

    [Fact]
    public async Task Withdrawing_and_bringing_back_a_batch_twice_is_doing_it_once()
    {
        using var merchant = await market.NewMerchant();
        await market.Run(merchant, await market.Try(merchant, FileSteps.File(Lines().Take(3))));
        var done = await market.Run(merchant, await market.Try(merchant, FileSteps.File(Lines().Take(1))), withdrawMissing: true);
        var id = done.ImportOf();
        await market.Tick(new WithdrawMissing(id, 0));
        await market.Follow(() => done.Submit("regret"));
        await market.Tick(new BringBack(id, 0));
        await market.Tick(new WithdrawMissing(id, 1));

        var import = await market.Import(id);
        (import.Withdrawn, import.BroughtBack).ShouldBe((2, 2));
        (await market.AdvertOf(merchant, Ref(1))).Life.ShouldBe(ListingLife.NotYet, "it waits again as it did");
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_no_further_and_what_is_done_stays()
    {
        using var merchant = await market.NewMerchant();
        var trial = await market.Try(merchant, FileSteps.File(Lines().Take(2)));
        var id = trial.ImportOf();
        await market.Follow(async () =>
        {
            // Stopped before its first batch came to its turn.
            await trial.Submit("cancel");
            await Hand(new RunLines(id, 0));
            return true;
        });
        (await market.FindAdvertOf(merchant, Ref(0))).ShouldBeNull();
    }

    [Fact]
    public async Task Lines_of_old_files_go_and_such_a_file_is_not_run()
    {
        using var merchant = await market.NewMerchant();
        await market.Run(merchant, await market.Try(merchant, FileSteps.File(Lines().Take(2))));
        var trial = await market.Try(merchant, FileSteps.File(Lines().Take(1)));
        trial.Text("form.import-run").ShouldContain("Retirer aussi 1 annonce");
        market.Clock.Advance(TidyImportsHandler.Memory);
        await market.Tick(new TidyImports());

        using var later = await market.SignedInAs(merchant.Email);
        var late = await (await later.Open(trial.Address.AbsolutePath)).Submit("run", ("missing", "withdraw"));
        late.Text("[role=alert]").ShouldContain("Renvoyez-le");
        (await market.AdvertOf(merchant, Ref(1))).Life.ShouldNotBe(ListingLife.Withdrawn);
    }

    private ValueTask Hand(object message) => new MessageBus(market.Service<IWolverineRuntime>()).PublishAsync(message);

    private static string Ref(int i) => $"O-{i}";

    private IEnumerable<string> Lines() => Enumerable.Range(0, Size).Select(i => FileSteps.Car(Ref(i), $"Clio {word} {i}"));
}
