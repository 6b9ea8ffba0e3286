using System.Globalization;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Desk;

[Collection(nameof(Market))]
public sealed class DeskTests(Market market)
{
    private async Task<(Browser Merchant, string Word, IReadOnlyList<Listing> Listings)> Stock(int count)
    {
        var word = RoadSteps.NewWord();
        var rows = Enumerable.Range(0, count).Select(i => new ImportRow(i + 2, new Dictionary<string, string>
        {
            ["ref"] = $"{word}-{i}",
            ["section"] = "smartphones",
            ["title"] = $"{word} téléphone {i}",
            ["price"] = "20000",
            ["wilaya"] = "16",
            ["attr.brand"] = "Samsung",
        }));
        (await market.Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [.. rows], Publish: true))).Created.ShouldBe(count);
        var merchant = await market.SignedInAs(DemoPeople.Merchant);
        return (merchant, word, await Find(merchant, word));
    }

    private async Task<IReadOnlyList<Listing>> Find(Browser merchant, string word)
    {
        var page = await merchant.Open($"/fr/desk?own={word}");
        var numbers = page.Document.QuerySelectorAll("input[name=listing]").Select(b => long.Parse(b.GetAttribute("value")!, CultureInfo.InvariantCulture));
        return await Task.WhenAll(numbers.Select(market.Advert));
    }

    private Task<Page> Press(Page page, IReadOnlyList<Listing> chosen, string act, string percent = "10") => market.Follow(() =>
    {
        var form = page.Forms.Single(f => f.QuerySelector("input[value=bulk]") is not null);
        return page.Send(form, [.. Page.Untouched(form).Where(v => v.Name != "percent"), .. chosen.Select(l => ("listing", $"{l.Number}")), ("percent", percent), ("act", act)]);
    });

    [Fact]
    public async Task The_same_is_done_to_many_and_taken_back()
    {
        var (merchant, word, listings) = await Stock(3);
        using var _ = merchant;
        listings.Count.ShouldBe(3);
        var page = await merchant.Open($"/fr/desk?own={word}");

        var lowered = await Press(page, listings, "Price");

        lowered.Text(".notice").ShouldContain("3 prix");
        foreach (var listing in listings) (await market.Advert(listing.Number)).Public!.Price!.Dinars.ShouldBe(18_000);
        await market.Follow(() => lowered.Submit("undo"));
        foreach (var listing in listings) (await market.Advert(listing.Number)).Public!.Price!.Dinars.ShouldBe(20_000);
        using var buyer = market.Browser();
        (await buyer.Open($"/fr/search?q={word}")).Text("article.card .price").ShouldContain("20 000");
    }

    [Fact]
    public async Task What_is_withdrawn_leaves_the_market_and_comes_back_with_the_undo()
    {
        var (merchant, word, listings) = await Stock(2);
        using var _ = merchant;
        using var buyer = market.Browser();

        var done = await Press(await merchant.Open($"/fr/desk?own={word}"), listings, "Withdraw");
        (await buyer.Open($"/fr/search?q={word}")).Numbers().ShouldBeEmpty();
        done = await market.Follow(() => done.Submit("undo"));

        done.Text(".notice").ShouldContain("comme avant");
        (await buyer.Open($"/fr/search?q={word}")).Numbers().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_for_each()
    {
        var (merchant, word, listings) = await Stock(2);
        using var _ = merchant;

        var done = await Press(await merchant.Open($"/fr/desk?own={word}"), listings, "Bump");

        done.Text(".notice").ShouldContain("2 annonces inchangées");
        done.Document.QuerySelectorAll(".notice li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_a_strangers_advert_is_not_touched()
    {
        var (merchant, word, listings) = await Stock(1);
        using var _ = merchant;
        (await Press(await merchant.Open($"/fr/desk?own={word}"), [], "Withdraw")).Text("[role=alert]").ShouldContain("Cochez");

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        await market.Publish(RoadSteps.NewWord() + " téléphone", "/fr");
        await Press(await seller.Open("/fr/desk"), listings, "Withdraw");

        (await market.Advert(listings[0].Number)).Life.ShouldBe(ListingLife.Published);
    }

    [Fact]
    public async Task The_desk_of_one_advert_changes_its_price_sells_it_and_takes_that_back()
    {
        var (merchant, _, listings) = await Stock(1);
        using var _1 = merchant;
        var number = listings[0].Number;

        var page = await merchant.Open($"/fr/desk/{number}");
        page = await market.Follow(() => page.Submit("price", ("price", "2 millions")));
        (await market.Advert(number)).Public!.Price!.Dinars.ShouldBe(20_000);
        page = await market.Follow(() => page.Submit("price", ("price", "18 500")));
        page.Address.Query.ShouldBe("?done=price");
        (await page.Submit("price", ("price", "beaucoup"))).Error("price").ShouldNotBeEmpty();
        page = await market.Follow(() => page.Submit("sold", ("sold", "Elsewhere")));
        (await market.Advert(number)).SoldWhere.ShouldBe(SoldWhere.Elsewhere);
        page = await market.Follow(() => page.Submit("act", ("act", "reopen")));
        (await market.Advert(number)).IsOnMarket.ShouldBeTrue();
        page = await market.Follow(() => page.Submit("act", ("act", "withdraw")));
        page = await page.Submit("act", ("act", "copy"));
        page.Address.AbsolutePath.ShouldStartWith("/fr/offer/");
        page.Field("attr.brand").ShouldBe("Samsung", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task The_buyer_is_one_of_those_who_wrote()
    {
        var (merchant, _, listings) = await Stock(1);
        using var _1 = merchant;
        var number = listings[0].Number;
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        await market.Follow(async () => await (await buyer.Open($"/fr/l/{number}/write")).Submit("write", ("words", "Toujours disponible ?")));

        var page = await merchant.Open($"/fr/desk/{number}");
        page.Text(".next-step").ShouldContain("1 personne");
        await market.Follow(() => page.Submit("sold", ("sold", DemoPeople.IdOf(DemoPeople.Buyer).ToString())));

        (await market.Advert(number)).Buyer.ShouldBe(DemoPeople.IdOf(DemoPeople.Buyer));
    }
}
