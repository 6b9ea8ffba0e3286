using System.Net;
using Souq.Accounts.Demo;
using Souq.Messaging.Writing;
using Souq.Moderation.Contracts;
using Souq.Moderation.Sanctions;
using Souq.Web.Commands;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class SanctionTests(Market market)
{
    private static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Seller), Buyer = DemoPeople.IdOf(DemoPeople.Buyer);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_suspended_person_offers_is_off_the_market_as_long_and_comes_back_with_the_days_it_lost()
    {
        var word = RoadSteps.NewWord();
        var listing = await market.Publish($"Samsung {word}", "/fr");
        var other = await market.Publish($"Samsung {RoadSteps.NewWord()}", "/fr");
        var id = await Decide(Seller, SanctionKind.Suspension);
        var down = await market.Advert(listing.Number);
        (down.IsTakenDown, down.IsOnMarket, (await market.Advert(other.Number)).IsOnMarket).ShouldBe((true, false, false));
        using var visitor = market.Browser();
        (await visitor.Open($"/fr/l/{listing.Number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open($"/fr/search?q={word}")).Numbers().ShouldBeEmpty();

        market.Clock.Advance(TimeSpan.FromDays(7));
        await market.Tick(new EndSanction(Seller, id));
        var back = await market.Advert(listing.Number);
        (back.IsOnMarket, back.ExpiresAt).ShouldBe((true, listing.ExpiresAt + (back.ExpiresAt - listing.ExpiresAt)));
        (back.ExpiresAt - listing.ExpiresAt).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5), TimeSpan.FromDays(7) + TimeSpan.FromMinutes(5));
        (await visitor.Open($"/fr/l/{listing.Number}")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Open($"/fr/search?q={word}")).Numbers().ShouldBe([listing.Number]);
    }

    [Fact]
    public async Task What_was_decided_while_its_seller_was_being_suspended_does_not_appear()
    {
        var word = RoadSteps.NewWord();
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var listing = await market.Submit(await seller.Preview($"Samsung {word}", "/fr"));
        var id = await Decide(Seller, SanctionKind.Suspension);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, word);
        (await market.Advert(listing.Number)).IsOnMarket.ShouldBeFalse();
        await market.Follow(async () => await market.Service<CommandSender>().Send(new AnswerSanction(Seller, id, DemoPeople.IdOf(DemoPeople.Admin), true, true, null), Stop));
        (await market.Advert(listing.Number)).IsOnMarket.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_limited_hears_until_when()
    {
        var listing = await market.Publish($"Samsung {RoadSteps.NewWord()}", "/fr");
        var id = await Decide(Buyer, SanctionKind.Limit, LimitedAct.Messaging, LimitedAct.PhoneReveals);
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var page = await buyer.Open($"/fr/l/{listing.Number}/write");
        page = await page.Submit("write", ("words", "Toujours disponible ?"));
        page.Text("[role=alert]").ShouldContain("Vous ne pouvez pas écrire jusqu’au");
        page = await buyer.Open($"/fr/l/{listing.Number}/phone");
        page = await page.Submit("phone");
        page.Text("[role=alert]").ShouldContain("Vous ne pouvez pas voir de numéros");
        page.Document.QuerySelector("a[href^='tel:']").ShouldBeNull();
        (await buyer.Open("/fr/me")).Text().ShouldContain("Restriction");
        await market.Follow(async () => await market.Service<CommandSender>().Send(new AnswerSanction(Buyer, id, DemoPeople.IdOf(DemoPeople.Admin), true, true, null), Stop));
        (await market.Service<CommandSender>().Send(new WriteToSeller(listing.Id, Buyer, Guid.CreateVersion7(), "Bonjour"), Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_publish_keeps_his_draft()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var preview = await seller.Preview($"Samsung {RoadSteps.NewWord()}", "/fr");
        var id = await Decide(Seller, SanctionKind.Limit, LimitedAct.Publishing);
        var page = await preview.Submit("submit");
        page.Text("[role=alert]").ShouldContain("Vous ne pouvez pas publier jusqu’au");
        await market.Follow(async () => await market.Service<CommandSender>().Send(new AnswerSanction(Seller, id, DemoPeople.IdOf(DemoPeople.Admin), true, true, null), Stop));
        await market.Submit(page);
    }

    private async Task<Guid> Decide(Guid person, SanctionKind kind, params LimitedAct[] acts)
    {
        var (id, admin) = (Guid.CreateVersion7(), DemoPeople.IdOf(DemoPeople.Admin));
        await using var session = market.Service<Souq.Moderation.IModerationStore>().QuerySession();
        var seen = (await session.LoadAsync<PersonFile>(PersonFile.IdOf(person), Stop))?.Sanctions.Count ?? 0;
        (await market.Follow(() => market.Service<CommandSender>().Send(new SanctionPerson(id, person, admin, true, seen, kind, acts, 7, "fraud", null), Stop))).ShouldBeEmpty();
        return id;
    }
}
