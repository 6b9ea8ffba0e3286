using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Souq.Accounts.Demo;
using Souq.Accounts.Tokens;
using Souq.Integration.Api;
using Souq.Integration.Listings.Importing;
using Souq.Integration.Road;
using Souq.Listings.Importing;
using Souq.Listings.Quotas;
using Souq.Web.Commands;

namespace Souq.Integration.Stores;

[Collection(nameof(Market))]
public sealed class QuotaTests(Market market)
{
    private const int Most = 1000;

    [Fact]
    public async Task A_person_has_so_many_adverts_and_a_store_has_more()
    {
        var (email, person) = await market.NewMember();
        foreach (var batch in Enumerable.Range(0, Most - 1).Chunk(250))
            (await market.Ask<ImportOutcome>(new ImportListings(person, [.. batch.Select(Row)], Publish: true))).Created.ShouldBe(batch.Length);
        var lines = await market.Ask<ImportOutcome>(new ImportListings(person, [Row(Most), Row(Most + 1)], Publish: false));
        lines.Created.ShouldBe(1);
        lines.Refused.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem().Key.ShouldBe("Quota.Person");

        using var seller = await market.SignedInAs(email);
        var preview = await seller.Preview($"Samsung {RoadSteps.NewWord()}", "/fr", photo: 91);
        var refused = await preview.Submit("submit");
        refused.Text("[role=alert]").ShouldContain("ouvrez une boutique");
        (await seller.Open("/fr/desk")).Text().ShouldContain("Ouvrez une boutique");

        await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("store", StoreSteps.Form("Garage Plein", RoadSteps.NewWord())));
        (await market.Service<SellerQuotas>().Of(person, TestContext.Current.CancellationToken)).ShouldBe(new Room(Most, 10_000, true, 10_000));
        await market.Submit(await seller.Open(preview.Address.PathAndQuery));
    }

    [Fact]
    public async Task A_day_has_its_number_by_level_a_correction_does_not_count_and_a_store_counts_none()
    {
        var options = market.Service<IOptions<QuotaOptions>>().Value;
        var usual = options.Day;
        var (email, person) = await market.NewMember();
        using var seller = await market.SignedInAs(email);
        options.Day = 1;
        try
        {
            var title = $"Samsung {RoadSteps.NewWord()}";
            var first = await market.Submit(await seller.Preview(title, "/fr", photo: 92));
            var preview = await seller.Preview($"Samsung {RoadSteps.NewWord()}", "/fr", photo: 93);
            (await preview.Submit("submit")).Text("[role=alert]").ShouldContain("le maximum à votre niveau");
            (await seller.Open("/fr/account/trust")).Text().ShouldContain("1 nouvelle annonce par jour");

            using var moderator = await market.SignedInAs(DemoPeople.Moderator);
            await market.Refuse(moderator, title, "photos", "");
            await (await seller.Open($"/fr/offer/{first.Id}/words")).Submit("words", ("title", title + " bis"));
            await market.Submit(await seller.Open($"/fr/offer/{first.Id}/preview"));

            market.Clock.Advance(TimeSpan.FromDays(1.1));
            await market.Submit(await seller.Open(preview.Address.PathAndQuery));
            await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("store", StoreSteps.Form("Garage Pressé", RoadSteps.NewWord())));
            await market.Submit(await seller.Preview($"Samsung {RoadSteps.NewWord()}", "/fr", photo: 94));
        }
        finally
        {
            options.Day = usual;
        }
    }

    [Fact]
    public async Task What_comes_from_a_file_or_a_program_counts_by_the_day_too_and_says_when_to_come_back()
    {
        var options = market.Service<IOptions<QuotaOptions>>().Value;
        var usual = options.Day;
        using var merchant = await market.NewMerchant();
        var (word, secret) = (RoadSteps.NewWord(), TokenSecret.New());
        (await market.Service<CommandSender>().Send(new MakeToken(merchant.Id, Guid.CreateVersion7(), "program", TokenSecret.Prefix(secret), TokenSecret.Hash(secret)), TestContext.Current.CancellationToken)).ShouldBeEmpty();
        var program = new MerchantProgram(market, secret);
        options.Day = 3;
        try
        {
            (await market.Follow(() => program.Post("listings", MerchantProgram.Phone($"Téléphone {word}")))).Status.ShouldBe(HttpStatusCode.Created);
            var file = FileSteps.File(Enumerable.Range(1, 4).Select(i => FileSteps.Car($"A-{i}", $"Clio {word} {i}")));
            var trial = await market.Try(merchant, file);
            trial.Tally().ShouldBe([2, 0, 0, 2]);
            trial.Refused().ShouldAllBe(line => line.Contains("Importez le fichier de nouveau demain"));
            (await market.Run(merchant, trial)).Tally().ShouldBe([2, 0, 0, 2]);
            var late = await program.Post("listings", MerchantProgram.Phone($"Tablette {word}"));
            (late.Status, late.SaysWait).ShouldBe((HttpStatusCode.TooManyRequests, true), late.Body);
            late.Body.ShouldContain("envoyez-la de nouveau demain");

            market.Clock.Advance(TimeSpan.FromDays(1.1));
            (await market.Try(merchant, file)).Tally().ShouldBe([2, 0, 2, 0]);

            await market.Follow(async () => await (await merchant.Browser.Open("/fr/desk/store")).Submit("store", StoreSteps.Form("Garage du Fichier", RoadSteps.NewWord())));
            var more = FileSteps.File(Enumerable.Range(1, 9).Select(i => FileSteps.Car($"A-{i}", $"Clio {word} {i}")));
            (await market.Try(merchant, more)).Tally().ShouldBe([7, 0, 2, 0]);
        }
        finally
        {
            options.Day = usual;
        }
    }

    private static ImportRow Row(int i) => new(i, new Dictionary<string, string>
    {
        ["ref"] = "Q-" + i.ToString(CultureInfo.InvariantCulture),
        ["section"] = "smartphones",
        ["title"] = string.Create(CultureInfo.InvariantCulture, $"Samsung Galaxy numéro {i}"),
        ["price"] = "45000",
        ["commune"] = "3101",
        ["attr.brand"] = "Samsung",
        ["attr.model"] = "Galaxy S21",
    });
}
