using System.Net;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Moderation;
using Souq.Moderation.Reporting.Weighing;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class HidingTests(Market market)
{
    private static readonly string[] Readers = [DemoPeople.Buyer, DemoPeople.Merchant];

    [Fact]
    public async Task What_trusted_readers_report_is_gone_at_once_and_back_when_a_moderator_keeps_it()
    {
        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Publish(title, "/fr");
        await Report(listing);

        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Hidden);
        await market.CatchUp();
        using var visitor = market.Browser();
        foreach (var path in new[] { $"/fr/l/{listing.Number}", $"/fr/l/{listing.Number}/report", $"/fr/l/{listing.Number}/print", $"/api/v1/listings/{listing.Number}" })
            (await visitor.Open(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await visitor.Open($"/fr/search?q={title.Split(' ')[1]}")).Numbers().ShouldBeEmpty();

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        foreach (var path in new[] { $"/fr/l/{listing.Number}", $"/fr/desk/{listing.Number}" })
            (await seller.Open(path)).Text().ShouldContain("Votre annonce est masquée pour le moment", customMessage: path);
        market.MailTo(DemoPeople.Seller).Count(m => m.Subject!.Contains(title, StringComparison.Ordinal)).ShouldBe(2, "it is online, it is hidden");
        (await seller.Open("/fr/desk?state=hidden")).Text().ShouldContain(title);

        market.Clock.Advance(TimeSpan.FromDays(1));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(title);
        page.Text(".console-case").ShouldContain("Masquée sur des signalements fiables");
        page = await market.Decide(page, "approve");
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());

        var back = await market.Advert(listing.Number);
        (back.Life, back.HiddenSince).ShouldBe((ListingLife.Published, null));
        (back.ExpiresAt - listing.ExpiresAt).ShouldNotBeNull().ShouldBe(TimeSpan.FromDays(1), TimeSpan.FromMinutes(1));
        await market.CatchUp();
        (await visitor.Open($"/fr/l/{listing.Number}")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Open($"/fr/search?q={title.Split(' ')[1]}")).Numbers().ShouldBe([listing.Number]);
        (await visitor.Open($"/fr/l/{listing.Number}/report")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var reader in Readers)
            market.MailTo(reader).Count(m => m.Subject!.Contains(title, StringComparison.Ordinal)).ShouldBe(1, reader);
    }

    [Fact]
    public async Task What_is_hidden_and_found_wrong_is_removed()
    {
        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Publish(title, "/fr");
        await Report(listing);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(title);
        await market.Decide(page, "refuse", ("reasonCode", "fraud"), ("words", ""), ("act", "remove"));
        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Removed);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var desk = await seller.Open($"/fr/desk/{listing.Number}");
        desk.Text().ShouldContain("retirée du marché");
        desk.Text().ShouldNotContain("masquée pour le moment");
    }

    /// <summary>Two readers with whom moderators always agreed.</summary>
    private async Task Report(Listing listing)
    {
        await using (var session = market.Service<IModerationStore>().LightweightSession())
        {
            session.Store(Readers.SelectMany(reader => Enumerable.Range(0, 8).Select(i => new ReportVerdict
            {
                Id = Guid.CreateVersion7(),
                By = DemoPeople.IdOf(reader),
                CaseId = Guid.CreateVersion7(),
                At = market.Clock.GetUtcNow().AddDays(-30 + i),
                Settled = true,
                Agreed = true,
            })));
            await session.SaveChangesAsync();
        }

        // One network counts once: the second reader is on another one.
        foreach (var reader in Readers)
            await market.Follow(async () =>
            {
                await market.Service<Souq.Web.Commands.CommandSender>().Send(
                    new Souq.Moderation.Reporting.ReportListing(listing.Id, DemoPeople.IdOf(reader), DemoPeople.IdOf(reader), "fraud", null, Guid.NewGuid()));
                return true;
            });
    }
}
