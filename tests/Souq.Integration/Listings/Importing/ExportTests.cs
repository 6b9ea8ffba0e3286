using System.Text;
using Souq.Integration.Road;
using Souq.Listings;

namespace Souq.Integration.Listings.Importing;

/// <summary>All of a merchant's adverts as a file that can be sent in again.</summary>
[Collection(nameof(Market))]
public sealed class ExportTests(Market market)
{
    private readonly string word = RoadSteps.NewWord();

    [Fact]
    public async Task An_export_sent_in_as_it_is_changes_nothing()
    {
        using var merchant = await market.NewMerchant();
        await market.Run(merchant, await market.Try(merchant, FileSteps.File(
            FileSteps.Car("A-1", $"Clio {word}", words: "\"=cmd|' /C calc'!A1\""),
            FileSteps.Car("A-2", $"'Clio' {word}, rouge", words: "\"Deux\nlignes; et \"\"guillemets\"\"\""),
            FileSteps.Car("A-3", $"Clio {word} sans prix", millions: "", wilaya: "Sétif").Replace("Négociable", "Sur demande", StringComparison.Ordinal))));
        var byHand = await market.Submit(await merchant.Browser.Preview($"Galaxy {word}", "/fr", photo: 37));

        var export = await Export(merchant);
        export.ShouldContain("'=cmd|", Case.Sensitive, "no spreadsheet runs it");
        export.ShouldContain($"#{byHand.Number};smartphones;", Case.Sensitive, "who has no ref goes by his number");

        var columns = await merchant.Send(Encoding.UTF8.GetBytes(export));
        columns.Document.QuerySelectorAll("select[name^='column.'] option[selected][value='']").ShouldBeEmpty("every column of ours is known");
        var trial = await market.Match(merchant, columns);
        trial.Tally().ShouldBe([0, 0, 4, 0], trial.Text());
        (await Export(merchant)).ShouldBe(export);
    }

    [Fact]
    public async Task Prices_changed_in_the_export_change_the_adverts_however_they_came()
    {
        using var merchant = await market.NewMerchant();
        var title = $"Galaxy {word}";
        var byHand = await market.Submit(await merchant.Browser.Preview(title, "/fr", photo: 41));
        using (var moderator = await market.SignedInAs(Souq.Accounts.Demo.DemoPeople.Moderator)) await market.Approve(moderator, title);

        var export = (await Export(merchant)).Replace(";45000;", ";43000;", StringComparison.Ordinal);
        await market.Run(merchant, await market.Match(merchant, await merchant.Send(Encoding.UTF8.GetBytes(export))));

        var listing = await market.Advert(byHand.Number);
        (listing.Public!.Price!.Dinars, listing.Life, listing.Public.Photos.Count).ShouldBe((43_000, ListingLife.Published, 1));
    }

    [Fact]
    public async Task What_is_over_and_what_was_never_sent_off_is_left_out()
    {
        using var merchant = await market.NewMerchant();
        await market.Run(merchant, await market.Try(merchant, FileSteps.File(FileSteps.Car("A-1", $"Clio {word}"), FileSteps.Car("A-2", $"Clio {word} rouge"))));
        await market.Run(merchant, await market.Try(merchant, FileSteps.File(FileSteps.Car("A-1", $"Clio {word}"))), withdrawMissing: true);
        await merchant.Browser.WriteOffer($"Galaxy {word}", "/fr");
        var lines = (await Export(merchant)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("ref;section;title;description;price;price_unit;price_type;price_per;wilaya;commune;");
        lines[1].ShouldStartWith("A-1;cars;");
    }

    private static async Task<string> Export(Merchant merchant) => (await merchant.Browser.Open("/fr/desk/export.csv")).Html.TrimStart('\uFEFF');
}
