using System.Globalization;
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
