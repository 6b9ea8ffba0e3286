using System.Globalization;
using Microsoft.Extensions.Options;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings.Importing;
using Souq.Listings.Quotas;

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
