using System.Net;
using Marten;
using Souq.Accounts;
using Souq.Accounts.Erasing;
using Souq.Accounts.Stores;
using Souq.Integration.Road;
using Souq.Web.Commands;

namespace Souq.Integration.Stores;

[Collection(nameof(Market))]
public sealed class StoreTests(Market market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seller_opens_a_store_and_the_public_finds_it_with_its_words_hours_and_adverts()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        var title = $"Samsung {RoadSteps.NewWord()}";
        await market.Submit(await seller.Preview(title, "/fr"));
        using var moderator = await market.SignedInAs(Souq.Accounts.Demo.DemoPeople.Moderator);
        await market.Approve(moderator, title);

        using var buyer = market.Browser();
        var page = await buyer.Open($"/fr/s/{slug}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var text = page.Text();
        foreach (var part in new[] { "Garage Amina", "Vente et réparation.", "12 rue des Frères", "09:00–12:00", title }) text.ShouldContain(part);
        page.Html.ShouldNotContain("550000777");
        page.Html.ShouldContain("\"@type\":\"Store\"");

        (await buyer.Open($"/fr/s/{slug}?q={title.Split(' ')[1]}&section=phones&min=40000")).Numbers().ShouldHaveSingleItem();
        (await buyer.Open($"/fr/s/{slug}?max=100")).Numbers().ShouldBeEmpty();
        (await buyer.Open($"/s/{slug}?attr.x=1&after=nonsense&section=nothing")).Status.ShouldBe(HttpStatusCode.OK);
        var advert = await buyer.Open($"/fr/l/{(await buyer.Open($"/s/{slug}")).Numbers()[0]}");
        advert.Document.QuerySelector($".seller a[href='s/{slug}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_sent_and_nothing_is_opened()
    {
        var (email, id) = await market.NewMember();
        using var seller = await market.SignedInAs(email);
        var refused = await (await seller.Open("/fr/desk/store")).Submit("store",
            ("title", "x"), ("slug", "Été !"), ("website", "not an address"), ("place0.wilaya", "31"), ("place0.commune", ""),
            ("phone0", "12"), ("Saturday0.from", "09:00"), ("Sunday0.from", "08:00"), ("Sunday0.to", "12:00"), ("Sunday1.from", "11:00"), ("Sunday1.to", "17:00"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (refused.Field("title"), refused.Field("slug"), refused.Field("phone0"), refused.Field("place0.wilaya")).ShouldBe(("x", "Été !", "12", "31"));
        foreach (var field in new[] { "title", "slug", "website", "phone0", "place0.commune" }) refused.Error(field).ShouldNotBeEmpty(field);
        refused.Text(".hours-form").ShouldContain("se chevauchent");
        (await market.Service<Souq.Accounts.Stores.Showing.StoreReader>().OfPerson(id, Now)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_place_and_the_same_hours_are_one_press_away_and_save_nothing()
    {
        var (email, _) = await market.NewMember();
        using var seller = await market.SignedInAs(email);
        var desk = await seller.Open("/fr/desk/store");
        var more = await desk.Submit("store", [.. StoreSteps.Form("Chez Amina", ""), ("pick", "place")]);
        more.Field("place1.wilaya").ShouldBe("");
        more.Field("title").ShouldBe("Chez Amina");
        var week = await more.Submit("store", ("pick", "hours"));
        (week.Field("Wednesday0.from"), week.Field("Friday0.from")).ShouldBe(("09:00", ""));
        week.Document.QuerySelector("[role=alert]").ShouldBeNull();
    }

    [Fact]
    public async Task An_address_is_one_stores_for_ever_and_old_ones_lead_to_the_new()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        var moved = slug + "-oran";
        var saved = await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("store", ("slug", moved)));
        saved.Address.Query.ShouldBe("?done=saved", saved.Text("[role=alert]"));
        using var buyer = market.Browser();
        (await buyer.Open($"/en/s/{slug}?q=clio")).Address.PathAndQuery.ShouldBe($"/en/s/{moved}?q=clio");
        (await buyer.Open($"/en/s/{slug.ToUpperInvariant()}")).Address.PathAndQuery.ShouldBe($"/en/s/{moved}");

        var (email, _) = await market.NewMember();
        using var other = await market.SignedInAs(email);
        foreach (var taken in new[] { slug, moved, "admin" })
        {
            var refused = await (await other.Open("/fr/desk/store")).Submit("store", StoreSteps.Form("Autre", taken));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Error("slug").ShouldContain(taken);
        }
    }

    [Fact]
    public async Task A_closed_store_is_gone_until_it_opens_again()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        using var buyer = market.Browser();
        await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("shut"));
        var shut = await buyer.Open($"/fr/s/{slug}");
        shut.Status.ShouldBe(HttpStatusCode.Gone);
        shut.Text().ShouldContain("est fermée");
        await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("shut"));
        (await buyer.Open($"/fr/s/{slug}")).Status.ShouldBe(HttpStatusCode.OK);
        await EveryVersionIsRight();
    }

    [Fact]
    public async Task A_logo_and_a_front_are_taken_in_and_survive_a_refusal()
    {
        var (seller, slug, person, _) = await market.NewStore();
        using var _1 = seller;
        var desk = await seller.Open("/fr/desk/store");
        var refused = await desk.Upload("store", "logo", [("logo.jpg", RoadSteps.Jpeg(7))], ("title", ""));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("input[name='logo.kept']").ShouldNotBeNull();
        var saved = await market.Follow(() => refused.Submit("store", ("title", "Garage Amina")));
        saved.Address.Query.ShouldBe("?done=saved", saved.Text("[role=alert]"));
        var store = (await market.Service<Souq.Accounts.Stores.Showing.StoreReader>().OfPerson(person, Now)).ShouldNotBeNull();
        (await seller.Open($"/photos/{store.Logo.ShouldNotBeNull().Id}/card.webp")).Status.ShouldBe(HttpStatusCode.OK);

        var text = await desk.Upload("store", "front", [("notes.jpg", "not a picture"u8.ToArray())]);
        text.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.Error("front").ShouldContain("notes.jpg");
        (await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("store", ("logo.remove", "true")))).Address.Query.ShouldBe("?done=saved");
        (await market.Service<Souq.Accounts.Stores.Showing.StoreReader>().OfPerson(person, Now)).ShouldNotBeNull().Logo.ShouldBeNull();
        (await seller.Open($"/s/{slug}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_phone_is_behind_one_press()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        using var buyer = market.Browser();
        var shown = await (await buyer.Open($"/fr/s/{slug}/phone")).Submit("phone");
        shown.Document.QuerySelector("a[href='tel:+213550000777']").ShouldNotBeNull();
        (await buyer.Open("/fr/s/nobody-here/phone")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_erases_himself_takes_his_store_along_and_nobody_gets_its_address()
    {
        var (seller, slug, person, _) = await market.NewStore("Boutique Lila");
        seller.Dispose();
        await market.Follow(() => market.Service<CommandSender>().Send(new ErasePerson(person)));
        using var buyer = market.Browser();
        (await buyer.Open($"/s/{slug}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var session = market.Service<IAccountsStore>().QuerySession();
        var events = await session.Events.FetchStreamAsync(Store.IdOf(person), token: Now);
        System.Text.Json.JsonSerializer.Serialize(events.Select(e => e.Data)).ShouldNotContain("Lila");
        (await session.LoadAsync<StoreCard>(Store.IdOf(person), Now)).ShouldBeNull();

        var (email, _) = await market.NewMember();
        using var other = await market.SignedInAs(email);
        (await (await other.Open("/fr/desk/store")).Submit("store", StoreSteps.Form("Autre", slug))).Error("slug").ShouldContain(slug);
        await EveryVersionIsRight();
    }

    [Fact]
    public async Task A_store_that_never_was_is_not_found_and_its_desk_asks_to_sign_in()
    {
        using var stranger = market.Browser();
        (await stranger.Open("/fr/s/never-was")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open("/fr/desk/store")).Address.AbsolutePath.ShouldBe("/fr/signin");
        (await stranger.Open("/fr/admin/stores")).Address.AbsolutePath.ShouldBe("/fr/signin");
    }

    /// <summary>Also where a handler added to a stream that it had not read.</summary>
    private async Task EveryVersionIsRight()
    {
        await using var session = market.Service<IAccountsStore>().QuerySession();
        var stores = await session.Query<Store>().ToListAsync(Now);
        var memberships = await session.Query<Membership>().ToListAsync(Now);
        foreach (var (id, version) in stores.Select(s => (s.Id, s.Version)).Concat(memberships.Select(m => (m.Id, m.Version))))
            (await session.Events.FetchStreamStateAsync(id, Now)).ShouldNotBeNull().Version.ShouldBe(version, id.ToString());
    }
}
