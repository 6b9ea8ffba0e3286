using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Accounts.Staff;
using Souq.Integration.Road;
using Souq.Integration.Stores;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Closing;
using Souq.Listings.Counting;
using Souq.Listings.Favourites;
using Souq.Listings.Pricing;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Favourites;

[Collection(nameof(Market))]
public sealed class FavouriteTests(Market market)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_visitor_keeps_is_his_on_every_device_once_he_signs_in()
    {
        var (word, numbers) = await market.Adverts();
        using var phone = market.Browser();
        var page = await (await phone.Open($"/fr/search?q={word}")).Heart(numbers[0]);
        page.Address.PathAndQuery.ShouldBe($"/fr/search?q={word}");
        page.Address.Fragment.ShouldBe($"#h{numbers[0]}");
        page = await page.Heart(numbers[3]);
        page.Hearts().ShouldBe([numbers[0], numbers[3]]);
        (await phone.Open("/favourites")).Numbers().ShouldBe([numbers[3], numbers[0]]);

        var (email, person) = await market.NewMember();
        await phone.SignIn(email);
        phone.Cookies["souq.favourites"].ShouldBeNull();
        using var desktop = await market.SignedInAs(email);
        (await desktop.Open("/fr/favourites")).Numbers().Take(2).ShouldBe([numbers[3], numbers[0]]);

        page = await (await desktop.Open("/fr/favourites")).Heart(numbers[3]);
        page.Address.AbsolutePath.ShouldBe("/fr/favourites");
        (await phone.Open($"/fr/search?q={word}")).Hearts().ShouldBe([numbers[0]]);
        (await market.Service<FavouriteList>().Merge(person, [numbers[0], numbers[0]], Cancel)).Kept.ShouldBe(1);
        (await phone.Open("/fr/favourites")).Numbers().Count(n => n == numbers[0]).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        var (word, numbers) = await market.Adverts();
        using var visitor = market.Browser();
        var more = await (await visitor.Open($"/fr/search?q={word}")).Follow(".pager a[rel=next]");
        long[] kept = [.. numbers, .. more.Numbers()];
        var (email, person) = await market.NewMember();
        await market.Service<FavouriteList>().Merge(person, kept, Cancel);

        using var reader = await market.SignedInAs(email);
        var page = await reader.Open("/fr/favourites");
        var read = page.Numbers().Concat((await page.Follow(".pager a[rel=next]")).Numbers()).ToList();
        read.Take(kept.Length).ShouldBe(kept);
    }

    [Fact]
    public async Task An_advert_that_ended_says_so_and_can_be_let_go()
    {
        var (_, numbers) = await market.Adverts();
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        await buyer.Press("add", numbers[0]);
        var listing = await market.Advert(numbers[0]);
        await market.Tick(new MarkSold(listing.Id, listing.SellerId));

        var page = await buyer.Open("/fr/favourites");
        page.Numbers()[0].ShouldBe(numbers[0]);
        page.Text(".card.ended .badge").ShouldBe("Vendu");
        page = await page.Heart(numbers[0]);
        page.Numbers().ShouldNotContain(numbers[0]);
    }

    [Fact]
    public async Task A_price_that_came_down_since_is_seen()
    {
        var (_, numbers) = await market.Adverts();
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var number = numbers.First(n => Price(n).Result is { Dinars: > 0 });
        await buyer.Press("add", number);
        var listing = await market.Advert(number);
        var price = listing.Public!.Price!;
        await market.Tick(new ChangePrice(listing.Id, listing.SellerId, price with { Dinars = price.Dinars * 9 / 10 }));

        var page = await buyer.Open("/fr/favourites");
        page.Numbers()[0].ShouldBe(number);
        page.Text(".card .price-drop").ShouldContain("10%");
    }

    [Fact]
    public async Task It_counts_once_for_a_person_and_never_for_the_owner()
    {
        var (_, numbers) = await market.Adverts();
        var listing = await market.Advert(numbers[0]);
        using var visitor = market.Browser();
        await visitor.Press("add", listing.Number);
        (await Counted(listing)).ShouldBe(0);
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        foreach (var act in new[] { "add", "add", "drop", "add" }) await buyer.Press(act, listing.Number);
        using var owner = await market.SignedInAs(DemoPeople.Merchant);
        await owner.Press("add", listing.Number);
        (await Counted(listing)).ShouldBe(1);
        await visitor.SignIn(DemoPeople.Moderator);
        (await Counted(listing)).ShouldBe(2);
    }

    [Fact]
    public async Task What_nobody_saw_is_not_found_and_nonsense_refused()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var waiting = await market.Submit(await seller.Preview($"Téléphone {RoadSteps.NewWord()}"));
        using var visitor = market.Browser();
        foreach (var browser in new[] { visitor, seller })
        {
            (await browser.Press("add", 4_000_000_000)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.Press("add", waiting.Number)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.Press("drop", 4_000_000_000)).Status.ShouldBe(HttpStatusCode.OK);
            (await browser.Press("like", waiting.Number)).Status.ShouldBe(HttpStatusCode.BadRequest);
            (await browser.Press("add", -1)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task A_form_of_another_site_is_refused(string header, string value)
    {
        var (_, numbers) = await market.Adverts();
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        buyer.Headers[header] = value;
        (await buyer.Press("add", numbers[0])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await buyer.Post("/favourites/seen/clear")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await market.Service<FavouriteList>().Numbers(DemoPeople.IdOf(DemoPeople.Buyer), Cancel)).ShouldNotContain(numbers[0]);
    }

    [Fact]
    public async Task Who_keeps_as_many_as_he_may_is_told()
    {
        var (_, numbers) = await market.Adverts();
        var admin = DemoPeople.IdOf(DemoPeople.Admin);
        await market.Fill(admin, FavouriteList.Most);
        using var person = await market.SignedInAs(DemoPeople.Admin);
        (await person.Press("add", numbers[0])).Text("[role=alert]").ShouldContain("500");
        await market.Tick(new PersonErased(admin, market.Clock.GetUtcNow()));
        (await market.Rows(admin)).ShouldBe(0);
        // He is here after all, and goes on being an admin.
        await market.Tick(new TellStaff());

        using var visitor = market.Browser();
        var (_, others) = await market.Adverts();
        var (_, third) = await market.Adverts();
        var (_, fourth) = await market.Adverts();
        var (_, fifth) = await market.Adverts();
        long[] all = [.. numbers, .. others, .. third, .. fourth, .. fifth];
        foreach (var number in all.Take(100)) await visitor.Press("add", number);
        (await visitor.Press("add", all[100])).Text("[role=alert]").ShouldContain("100");
        (await visitor.Open("/favourites")).Numbers().ShouldBe(all.Take(100).Reverse());
    }

    [Fact]
    public async Task A_flood_of_hearts_is_refused_with_a_page_that_says_to_wait()
    {
        using var browser = await market.SignedInAs((await market.NewMember()).Email);
        var pressed = 0;
        var page = await Press();
        // Two a second come back while the test presses, so that the exact number depends on the speed of the machine.
        while (page.Status == HttpStatusCode.BadRequest && pressed < HeartFlood.OfPerson * 10) page = await Press();

        pressed.ShouldBeGreaterThan(HeartFlood.OfPerson);
        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("fr");
        page.Text("h1").ShouldNotBeEmpty();

        Task<Page> Press()
        {
            pressed++;
            return browser.Post("/fr/favourites/heart", [KeyValuePair.Create("add", "none")]);
        }
    }

    [Fact]
    public async Task Two_nodes_at_once_keep_the_limit()
    {
        var (_, numbers) = await market.Adverts();
        var person = Guid.CreateVersion7();
        await market.Fill(person, FavouriteList.Most - 3);
        var list = market.Service<FavouriteList>();
        await Task.WhenAll(numbers.Chunk(4).Select(some => list.Merge(person, some, Cancel)));
        (await market.Rows(person)).ShouldBe(FavouriteList.Most);
        await market.Tick(new PersonErased(person, market.Clock.GetUtcNow()));
        (await market.Rows(person)).ShouldBe(0);
    }

    [Fact]
    public async Task The_home_page_is_the_same_for_all_visitors()
    {
        await market.Adverts();
        using var one = market.Browser();
        using var other = market.Browser();
        var page = await one.Open("/");
        page.Document.QuerySelectorAll("button.heart[form=hearts]").Length.ShouldBePositive();
        page.Html.ShouldBe((await other.Open("/")).Html);
        one.Cookies.Count.ShouldBe(0);
    }

    private async Task<Price?> Price(long number) => (await market.Advert(number)).Public!.Price;

    private async Task<int> Counted(Listing listing) =>
        (await market.Service<CountReader>().Of([listing.Id], 14, Cancel)).TryGetValue(listing.Id, out var series) ? series.Favourites.Sum() : 0;
}
