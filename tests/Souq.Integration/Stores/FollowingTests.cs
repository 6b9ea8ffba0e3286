using System.Net;
using Souq.Accounts.Demo;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Following;
using Souq.Accounts.Stores.Keeping;
using Souq.Digests.Contracts;
using Souq.Integration.Road;

namespace Souq.Integration.Stores;

[Collection(nameof(Market))]
public sealed class FollowingTests(Market market)
{
    [Fact]
    public async Task A_follower_hears_once_in_the_evening_of_what_is_new_and_can_stop_from_the_letter()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        var (email, _) = await market.NewMember("Yacine");
        using var follower = await market.SignedInAs(email);
        await Follow(follower, slug);
        (await follower.Open($"/fr/s/{slug}")).Text(".store-head").ShouldContain("1 abonné");
        (await follower.Open("/fr/following")).Text().ShouldContain("Garage Amina");
        (await follower.Open("/fr/alerts")).Text(".alert-list").ShouldContain("Garage Amina");

        var (listing, _) = await Publish(seller);
        await Evening();
        var letter = market.MailTo(email).ShouldHaveSingleItem();
        letter.TextBody.ShouldNotBeNull().ShouldContain($"/fr/l/{listing}");
        letter.TextBody.ShouldContain("Garage Amina");
        letter.Headers.Contains("List-Unsubscribe-Post").ShouldBeTrue();

        // The clock ticks again, and on another node; a day without news has no letter.
        await market.Tick(new SendDueDigests(market.Clock.GetUtcNow()));
        await Evening();
        market.MailTo(email).Count.ShouldBe(1);

        using var mailbox = market.Browser();
        var stop = letter.LinkTo("alerts/unsubscribe");
        var done = await market.Follow(async () => await mailbox.Post(stop, KeyValuePair.Create("List-Unsubscribe", "One-Click")));
        done.Status.ShouldBe(HttpStatusCode.OK);
        (await follower.Open("/fr/following")).Text().ShouldNotContain("Garage Amina");

        // By mistake: the button beside it brings back both.
        await market.Follow(() => mailbox.Post(stop.Replace("unsubscribe", "undo", StringComparison.Ordinal)));
        (await follower.Open("/fr/following")).Text().ShouldContain("Garage Amina");
    }

    [Fact]
    public async Task Who_follows_no_longer_and_whose_store_is_closed_gets_no_letter()
    {
        var (seller, slug, id, _) = await market.NewStore();
        using var _1 = seller;
        var (email, _) = await market.NewMember("Yacine");
        using var follower = await market.SignedInAs(email);
        await Follow(follower, slug);
        await market.Follow(async () => await (await follower.Open($"/fr/s/{slug}")).Submit("follow", ("follow", "no")));
        (await follower.Open("/fr/alerts")).Document.QuerySelector(".alert-list").ShouldBeNull();
        await Follow(follower, slug);
        (await follower.Open("/fr/alerts")).Text(".alert-list").ShouldContain("Garage Amina");

        var change = await (await follower.Open("/fr/alerts")).Follow("a[href*='alerts/change/']");
        await market.Follow(() => change.Submit("change", ("title", "Chez Amina"), ("frequency", "Weekly"), ("weekday", "Friday")));
        await market.Tick(new ShutStore(id, Open: false));
        (await follower.Open("/fr/alerts")).Document.QuerySelector(".alert-list").ShouldBeNull();
        await market.Tick(new ShutStore(id, Open: true));
        var again = (await follower.Open("/fr/alerts")).Text(".alert-list");
        again.ShouldContain("Chez Amina");
        again.ShouldContain("vendredi");
    }

    [Fact]
    public async Task What_was_sold_before_the_evening_is_no_news()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        var (email, _) = await market.NewMember("Yacine");
        using var follower = await market.SignedInAs(email);
        await Follow(follower, slug);
        var (listing, _) = await Publish(seller);
        await market.Follow(async () => await (await seller.Open($"/fr/desk/{listing}")).Submit("sold", ("sold", "Here")));
        await Evening();
        market.MailTo(email).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_follow_of_old_and_the_link_of_a_letter_of_old_still_do_what_they_did()
    {
        var (seller, slug, id, _) = await market.NewStore();
        using var _1 = seller;
        var (email, person) = await market.NewMember("Yacine");
        await using (var session = market.Service<Souq.Accounts.IAccountsStore>().LightweightSession())
        {
            session.Store(new StoreFollow(StoreFollow.IdOf(Store.IdOf(id), person), Store.IdOf(id), person, market.Clock.GetUtcNow()));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await market.Tick(new TakeUpFollows());
        using var follower = await market.SignedInAs(email);
        (await follower.Open("/fr/alerts")).Text(".alert-list").ShouldContain("Garage Amina");

        using var mailbox = market.Browser();
        var stop = "/fr/" + market.Service<StopLinks>().Of(person);
        (await market.Follow(async () => await mailbox.Post(stop, KeyValuePair.Create("List-Unsubscribe", "One-Click")))).Status.ShouldBe(HttpStatusCode.OK);
        (await mailbox.Open(stop)).Status.ShouldBe(HttpStatusCode.OK);
        (await mailbox.Open("/fr/following/stop/nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await follower.Open("/fr/alerts")).Document.QuerySelector(".alert-list").ShouldBeNull();
        (await follower.Open($"/fr/s/{slug}")).Text(".store-head").ShouldContain("0 abonné");
    }

    [Fact]
    public async Task Visitors_are_asked_to_sign_in_and_nobody_follows_himself()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        (await seller.Open($"/fr/s/{slug}")).Forms.ShouldNotContain(f => f.OuterHtml.Contains("name=\"follow\"", StringComparison.Ordinal));
        using var visitor = market.Browser();
        (await visitor.Open($"/fr/s/{slug}")).Document.QuerySelector($"a[href^='signin?returnUrl=%2Ffr%2Fs%2F{slug}']").ShouldNotBeNull();
    }

    private async Task Follow(Souq.TestSupport.Browsing.Browser follower, string slug) =>
        await market.Follow(async () => await (await follower.Open($"/fr/s/{slug}")).Submit("follow", ("follow", "yes")));

    private async Task<(long Number, string Title)> Publish(Souq.TestSupport.Browsing.Browser seller)
    {
        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Submit(await seller.Preview(title, "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        return (listing.Number, title);
    }

    // A little past six o'clock in Algiers, which is five in UTC.
    private async Task Evening()
    {
        var now = market.Clock.GetUtcNow();
        var evening = new DateTimeOffset(now.Year, now.Month, now.Day, 17, 10, 0, TimeSpan.Zero);
        market.Clock.SetUtcNow(evening > now ? evening : evening.AddDays(1));
        await market.Tick(new SendDueDigests(market.Clock.GetUtcNow()));
    }
}
