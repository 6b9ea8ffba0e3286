using System.Net;
using Souq.Accounts.Demo;
using Souq.Accounts.Stores.Following;
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
        await market.Follow(async () => await (await follower.Open($"/fr/s/{slug}")).Submit("follow", ("follow", "yes")));
        (await follower.Open($"/fr/s/{slug}")).Text(".store-head").ShouldContain("1 abonné");
        (await follower.Open("/fr/following")).Text().ShouldContain("Garage Amina");

        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Submit(await seller.Preview(title, "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        await Evening();
        var letter = market.MailTo(email).ShouldHaveSingleItem();
        letter.Subject.ShouldNotBeNull().ShouldContain("Garage Amina");
        letter.TextBody.ShouldNotBeNull().ShouldContain($"/fr/l/{listing.Number}");
        letter.Headers.Contains("List-Unsubscribe-Post").ShouldBeTrue();

        // The clock ticks again, and on another node; a day without news has no letter.
        await market.Tick(new TellFollowers(market.Clock.GetUtcNow()));
        await Evening();
        market.MailTo(email).Count.ShouldBe(1);

        using var mailbox = market.Browser();
        var stop = letter.LinkTo("following/stop");
        var done = await market.Follow(async () => await mailbox.Post(stop, KeyValuePair.Create("List-Unsubscribe", "One-Click")));
        done.Status.ShouldBe(HttpStatusCode.OK);
        (await mailbox.Open(stop)).Status.ShouldBe(HttpStatusCode.OK);
        (await mailbox.Open("/fr/following/stop/nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await follower.Open("/fr/following")).Text().ShouldNotContain("Garage Amina");
    }

    [Fact]
    public async Task What_was_sold_before_the_evening_is_no_news()
    {
        var (seller, slug, _, _) = await market.NewStore();
        using var _1 = seller;
        var (email, _) = await market.NewMember("Yacine");
        using var follower = await market.SignedInAs(email);
        await market.Follow(async () => await (await follower.Open($"/fr/s/{slug}")).Submit("follow", ("follow", "yes")));
        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Submit(await seller.Preview(title, "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        await market.Follow(async () => await (await seller.Open($"/fr/desk/{listing.Number}")).Submit("sold", ("sold", "Here")));
        await Evening();
        market.MailTo(email).ShouldBeEmpty();
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

    // A little past six o'clock in Algiers, which is five in UTC.
    private async Task Evening()
    {
        var now = market.Clock.GetUtcNow();
        var evening = new DateTimeOffset(now.Year, now.Month, now.Day, 17, 10, 0, TimeSpan.Zero);
        market.Clock.SetUtcNow(evening > now ? evening : evening.AddDays(1));
        await market.Tick(new TellFollowers(market.Clock.GetUtcNow()));
    }
}
