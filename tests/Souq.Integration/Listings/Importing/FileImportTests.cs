using System.Net;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.Listings;

namespace Souq.Integration.Listings.Importing;

/// <summary>A merchant's stock from his spreadsheet to the market, in the browser.</summary>
[Collection(nameof(Market))]
public sealed class FileImportTests(Market market)
{
    private readonly string word = RoadSteps.NewWord();

    [Fact]
    public async Task A_file_is_sent_matched_tried_and_run_and_its_adverts_wait_for_a_moderator()
    {
        using var merchant = await market.NewMerchant();
        var columns = await merchant.Send(FileSteps.File(FileSteps.Car("A-1", $"Clio {word} bleue"), FileSteps.Car("A-2", $"Clio {word} rouge", millions: "95,5")));
        columns.Text(".lead").ShouldContain("Windows-1252");
        columns.Field("column.0").ShouldBe("ref");
        columns.Field("column.6").ShouldBe("price");
        columns.Field("constant.price_unit").ShouldBe("million", "the heading says it");

        var trial = await market.Match(merchant, columns, ("constant.section", "cars"));
        trial.Tally().ShouldBe([2, 0, 0, 0]);
        trial.Text(".cards").ShouldContain("955 000");
        (await market.FindAdvertOf(merchant, "A-1")).ShouldBeNull("a trial writes nothing");

        var done = await market.Run(merchant, trial);
        done.Tally().ShouldBe([2, 0, 0, 0]);
        var advert = await market.AdvertOf(merchant, "A-1");
        (advert.Life, advert.Review, advert.Ref).ShouldBe((ListingLife.NotYet, ListingReview.Waiting, "A-1"));
        advert.Draft.Price.ShouldBe(new Price(PriceType.Negotiable, 1_850_000));

        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, $"Clio {word} bleue");
        using var reader = market.Browser();
        (await reader.Open($"/search?q={word}")).Numbers().ShouldBe([advert.Number]);
    }

    [Fact]
    public async Task Sent_again_it_changes_what_differs_by_ref_and_nothing_else()
    {
        using var merchant = await market.NewMerchant();
        await OnMarket(merchant, ("A-1", "bleue"), ("A-2", "rouge"));
        var columns = await merchant.Send(FileSteps.File(FileSteps.Car("A-1", $"Clio {word} bleue", millions: "170"), FileSteps.Car("A-2", $"Clio {word} rouge")));
        columns.Field("constant.section").ShouldBe("cars", "his last file is remembered");
        columns.Field("constant.price_unit").ShouldBe("million");

        var trial = await market.Match(merchant, columns);
        trial.Tally().ShouldBe([0, 1, 1, 0]);
        var done = await market.Run(merchant, trial);

        done.Tally().ShouldBe([0, 1, 1, 0]);
        var changed = await market.AdvertOf(merchant, "A-1");
        changed.Public!.Price!.Dinars.ShouldBe(1_700_000);
        changed.IsOnMarket.ShouldBeTrue();
        using var reader = market.Browser();
        (await reader.Open($"/fr/l/{changed.Number}")).Text(".price").ShouldContain("1 700 000");
        (await market.Try(merchant, FileSteps.File(FileSteps.Car("A-1", $"Clio {word} bleue", millions: "170")))).Text().ShouldContain("rien ne change");
    }

    [Fact]
    public async Task What_the_file_lacks_is_withdrawn_when_the_merchant_says_so_and_brought_back_when_he_regrets_it()
    {
        using var merchant = await market.NewMerchant();
        await OnMarket(merchant, ("A-1", "bleue"), ("A-2", "rouge"), ("A-3", "verte"));
        var file = FileSteps.File(FileSteps.Car("A-1", $"Clio {word} bleue"));

        var kept = await market.Run(merchant, await market.Try(merchant, file));
        kept.Text().ShouldNotContain("retirée");
        (await market.AdvertOf(merchant, "A-2")).IsOnMarket.ShouldBeTrue();

        var trial = await market.Try(merchant, file);
        trial.Text("form.import-run").ShouldContain("Retirer aussi 2 annonces");
        var done = await market.Run(merchant, trial, withdrawMissing: true);
        done.Text().ShouldContain("2 annonces absentes du fichier ont été retirées");
        (await Lives(merchant)).ShouldBe([ListingLife.Published, ListingLife.Withdrawn, ListingLife.Withdrawn]);
        using var reader = market.Browser();
        (await reader.Open($"/search?q={word}")).Numbers().Count.ShouldBe(1);

        await market.Follow(() => done.Submit("regret"));
        var back = await merchant.Browser.Open(done.Address.PathAndQuery);
        back.Text().ShouldContain("2 annonces sont revenues");
        (await Lives(merchant)).ShouldAllBe(life => life == ListingLife.Published);
        (await reader.Open($"/search?q={word}")).Numbers().Count.ShouldBe(3);
        back.Html.ShouldNotContain("value=\"regret\"");
    }

    [Fact]
    public async Task What_was_written_by_hand_or_handed_in_later_is_no_business_of_the_file()
    {
        using var merchant = await market.NewMerchant();
        await OnMarket(merchant, ("A-1", "bleue"), ("A-2", "rouge"));
        await market.Submit(await merchant.Browser.Preview($"Galaxy {word}", "/fr", photo: 31));
        var trial = await market.Try(merchant, FileSteps.File(FileSteps.Car("A-1", $"Clio {word} bleue")));
        trial.Text("form.import-run").ShouldContain("Retirer aussi 1 annonce ");
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await OnMarket(merchant, ("A-3", "verte"));

        (await market.Run(merchant, trial, withdrawMissing: true)).Text().ShouldContain("1 annonce absente");
        (await Lives(merchant)).ShouldBe([ListingLife.Published, ListingLife.Withdrawn, ListingLife.Published]);
        (await merchant.Browser.Open("/fr/desk/export.csv")).Html.ShouldContain($"Galaxy {word}");
    }

    [Fact]
    public async Task Columns_can_be_changed_after_the_trial_and_the_file_given_up()
    {
        using var merchant = await market.NewMerchant();
        var trial = await market.Try(merchant, FileSteps.File(FileSteps.Car("A-1", $"Clio {word}")));
        var again = await trial.Follow(".import-run a.button");
        again.Field("constant.section").ShouldBe("cars");
        trial = await market.Match(merchant, again, ("constant.section", "vans"));
        trial.Address.Query.ShouldBeEmpty();

        var over = await trial.Submit("cancel");
        over.Text().ShouldContain("Rien n’a changé");
        over.Html.ShouldNotContain("value=\"run\"");
        (await merchant.Browser.Open("/fr/desk/import")).Text(".import-list").ShouldContain("Annulé");
    }

    [Fact]
    public async Task A_file_is_for_its_merchant_alone()
    {
        using var merchant = await market.NewMerchant();
        var trial = await market.Try(merchant, FileSteps.File(FileSteps.Car("A-1", $"Clio {word}")));
        var address = trial.Address.AbsolutePath;
        using var other = await market.SignedInAs(DemoPeople.Seller);
        foreach (var page in new[] { address, address + "/report.csv" }) (await other.Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Open("/fr/desk/import")).Html.ShouldNotContain(address);
        using var nobody = market.Browser();
        foreach (var page in new[] { address, address + "/report.csv", "/fr/desk/import", "/fr/desk/export.csv" })
            (await nobody.Open(page)).Address.AbsolutePath.ShouldBe("/fr/signin", page);
    }

    private async Task OnMarket(Merchant merchant, params (string Ref, string Colour)[] cars)
    {
        var done = await market.Run(merchant, await market.Try(merchant, FileSteps.File(cars.Select(c => FileSteps.Car(c.Ref, $"Clio {word} {c.Colour}")))));
        done.Document.QuerySelector(".notice.good").ShouldNotBeNull(done.Text());
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        foreach (var (reference, colour) in cars)
            if (!(await market.AdvertOf(merchant, reference)).IsOnMarket) await market.Approve(moderator, $"Clio {word} {colour}");
    }

    private async Task<IReadOnlyList<ListingLife>> Lives(Merchant merchant)
    {
        var lives = new List<ListingLife>();
        foreach (var reference in new[] { "A-1", "A-2", "A-3" }) lives.Add((await market.AdvertOf(merchant, reference)).Life);
        return lives;
    }
}
