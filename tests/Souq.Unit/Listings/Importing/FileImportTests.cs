using Microsoft.Extensions.Time.Testing;
using Souq.Kernel;
using Souq.Listings.Importing;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

/// <summary>What a merchant may do with his file, and when.</summary>
public sealed class FileImportTests
{
    private static readonly FileImport Any = GivenImport.Uploaded();

    [Theory]
    [InlineData("ref", "Import.RefColumn", null)]
    [InlineData("title", "Import.TitleColumn", null)]
    [InlineData("section", "Import.SectionColumn", "constant.section")]
    [InlineData("wilaya", "Import.WilayaColumn", "constant.wilaya")]
    public void What_every_advert_needs_must_be_said(string missing, string reason, string? field)
    {
        var map = GivenImport.Map with
        {
            Columns = GivenImport.Map.Columns!.Where(c => c.Key != missing).ToDictionary(),
            Constants = GivenImport.Map.Constants!.Where(c => c.Key != missing).ToDictionary(),
        };
        var refusal = Should.Throw<RefusedException>(() => Match(GivenImport.Uploaded(), map)).Refusals.ShouldHaveSingleItem();
        (refusal.Key, refusal.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void A_commune_is_a_place_too() =>
        Match(Any, GivenImport.Map with { Columns = new Dictionary<string, string>(GivenImport.Map.Columns!) { ["commune"] = "Prix" }, Constants = new Dictionary<string, string> { ["section"] = "cars" } });

    [Fact]
    public void A_column_that_the_file_has_not_is_refused() =>
        Should.Throw<RefusedException>(() => Match(Any, GivenImport.Map with { Columns = new Dictionary<string, string>(GivenImport.Map.Columns!) { ["commune"] = "Ailleurs" } }))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Import.UnknownColumn");

    [Fact]
    public void Columns_can_be_changed_until_the_run()
    {
        var again = GivenImport.Tried(missing: 5).Apply(Match(GivenImport.Tried(), GivenImport.Map));
        (again.State, again.Trial, again.TriedTo, again.Missing).ShouldBe((ImportState.Trying, Tally.None, 0, 0));
        foreach (var later in (FileImport[])[GivenImport.Trying(), GivenImport.Running(), GivenImport.Done()])
            Should.Throw<RefusedException>(() => Match(later, GivenImport.Map)).Refusals[0].Key.ShouldBe("Import.UnderWay");
    }

    [Fact]
    public void A_file_whose_lines_are_tidied_away_is_not_run()
    {
        var late = Given.Now.AddDays(29).AddMinutes(1);
        Should.Throw<RefusedException>(() => Match(Any, GivenImport.Map, late)).Refusals[0].Key.ShouldBe("Import.TooOld");
        Should.Throw<RefusedException>(() => Run(GivenImport.Tried(5), Given.Seller, late)).Refusals[0].Key.ShouldBe("Import.TooOld");
        Run(GivenImport.Tried(5), Given.Seller, late.AddMinutes(-2)).ShouldBe(1);
    }

    [Fact]
    public void Pressing_the_button_twice_is_one_run()
    {
        Run(GivenImport.Tried()).ShouldBe(1);
        Run(GivenImport.Running()).ShouldBe(0);
        Run(GivenImport.Done()).ShouldBe(0);
        Should.Throw<RefusedException>(() => Run(GivenImport.Trying()));
    }

    [Fact]
    public void A_file_is_its_merchants_alone()
    {
        Should.Throw<NotFoundException>(() => Run(GivenImport.Tried(), Given.Stranger));
        Should.Throw<NotFoundException>(() => MatchColumnsHandler.Handle(new MatchColumns(Any.Id, Given.Stranger, GivenImport.Map), Any, Clock(Given.Now)));
        Should.Throw<NotFoundException>(() => CancelImportHandler.Handle(new CancelImport(Any.Id, Given.Stranger), Any, Clock(Given.Now)));
        Should.Throw<NotFoundException>(() => RegretWithdrawalsHandler.Handle(new RegretWithdrawals(Any.Id, Given.Stranger), Any, Clock(Given.Now)));
    }

    [Fact]
    public void What_is_over_cannot_be_stopped()
    {
        CancelImportHandler.Handle(new CancelImport(Any.Id, Given.Seller), GivenImport.Running(), Clock(Given.Now)).Item1.Count.ShouldBe(1);
        CancelImportHandler.Handle(new CancelImport(Any.Id, Given.Seller), GivenImport.Done(), Clock(Given.Now)).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_withdrawn_can_be_had_back_within_a_day_and_once()
    {
        Regret(GivenImport.Done(withdrawn: 3), Given.Now.AddHours(23)).ShouldBe(1);
        Regret(GivenImport.Done(withdrawn: 3).Apply(new WithdrawalsRegretted(Given.Now)), Given.Now).ShouldBe(0);
        Should.Throw<RefusedException>(() => Regret(GivenImport.Done(withdrawn: 3), Given.Now.AddDays(1))).Refusals[0].Key.ShouldBe("Import.TooLateToRegret");
        Should.Throw<RefusedException>(() => Regret(GivenImport.Done(), Given.Now));
    }

    private static ColumnsMatched Match(FileImport import, ImportMap map, DateTimeOffset? now = null) =>
        MatchColumnsHandler.Decide(new MatchColumns(import.Id, Given.Seller, map), import, now ?? Given.Now);

    private static int Run(FileImport import, Guid? actor = null, DateTimeOffset? now = null) =>
        RunImportHandler.Handle(new RunImport(import.Id, actor ?? Given.Seller, WithdrawMissing: true), import, Clock(now ?? Given.Now)).Item2.Count;

    private static int Regret(FileImport import, DateTimeOffset now) =>
        RegretWithdrawalsHandler.Handle(new RegretWithdrawals(import.Id, Given.Seller), import, Clock(now)).Item2.Count;

    private static FakeTimeProvider Clock(DateTimeOffset now) => new(now);
}
