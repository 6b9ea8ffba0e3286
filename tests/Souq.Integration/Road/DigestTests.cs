using Souq.Digests.Contracts;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class DigestTests(Market market)
{
    [Fact]
    public async Task A_subscriber_who_confirmed_finds_the_approved_advert_in_the_mail_of_the_next_morning()
    {
        var (title, address) = ($"Téléphone {RoadSteps.NewWord()}", $"{RoadSteps.NewWord()}@example.dz");
        using var browser = market.Browser();
        var results = await browser.Open("/fr/search?section=phones&wilaya=31");
        await market.Follow(() => results.Submit("alert", ("address", address)));
        var confirm = await browser.Open(market.MailTo(address).ShouldHaveSingleItem().LinkTo("alerts/confirm/"));
        await market.Follow(() => confirm.Submit("confirm"));

        var listing = await market.Publish(title);
        market.Clock.Advance(TimeSpan.FromDays(1));
        while (market.Clock.GetUtcNow().Hour != 9) market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Tick(new SendDueDigests(market.Clock.GetUtcNow()));

        var digest = market.MailTo(address)[^1];
        digest.Headers.Contains("List-Unsubscribe-Post").ShouldBeTrue();
        digest.TextBody.ShouldNotBeNull().ShouldContain(title);
        digest.TextBody.ShouldContain($"http://localhost/fr/l/{listing.Number}");
        digest.HtmlBody.ShouldNotBeNull().ShouldContain($"photos/{listing.Public!.Cover!.Id}/card.webp");

        var gone = digest.LinkTo("alerts/unsubscribe");
        await market.Follow(() => browser.Post(gone, KeyValuePair.Create("List-Unsubscribe", "One-Click")));
        await market.Publish(title + " encore");
        market.Clock.Advance(TimeSpan.FromDays(1));
        await market.Tick(new SendDueDigests(market.Clock.GetUtcNow()));
        market.MailTo(address).Count.ShouldBe(2);
    }
}
