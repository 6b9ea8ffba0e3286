using System.Net;
using System.Net.Http.Headers;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Expiry;

namespace Souq.Integration.Api;

[Collection(nameof(Market))]
public sealed class WritingTests(Market market)
{
    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";

    [Fact]
    public async Task A_program_writes_an_advert_a_moderator_lets_it_through_and_the_program_works_with_it()
    {
        var program = await MerchantProgram.Of(market);
        var created = await market.Follow(() => program.Post("listings", MerchantProgram.Phone(title, "ref " + title)));
        created.Status.ShouldBe(HttpStatusCode.Created, created.Body);
        (created.State, created.Location).ShouldBe(("waiting", $"/api/v1/me/listings/{created.Number}"));
        var number = created.Number;

        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        (await program.Get($"me/listings/{number}")).State.ShouldBe("published");

        (await market.Follow(() => program.Put($"listings/{number}/price", """{"dinars":40000,"type":"firm"}"""))).State.ShouldBe("published");
        var listing = await market.Advert(number);
        (listing.Public!.Price!.Dinars, listing.Ref).ShouldBe((40_000, "ref " + title));
        (await market.Follow(() => program.Put($"listings/{number}/price", """{"dinars":400000}"""))).State.ShouldBe("waiting");
        await market.Approve(moderator, title);

        (await market.Follow(() => program.Patch($"listings/{number}", """{"description":"Comme neuf."}"""))).State.ShouldBe("published");
        listing = await market.Advert(number);
        (listing.Public!.Description, listing.Public.Title).ShouldBe(("Comme neuf.", title));
        (await program.Patch($"listings/{number}", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        (await market.Advert(number)).Version.ShouldBe(listing.Version);

        (await program.Post($"listings/{number}/bump")).Status.ShouldBe(HttpStatusCode.Conflict);
        market.Clock.Advance(TimeSpan.FromDays(8));
        (await program.Post($"listings/{number}/bump")).Status.ShouldBe(HttpStatusCode.OK);
        (await program.Post($"listings/{number}/renew")).Status.ShouldBe(HttpStatusCode.Conflict);
        market.Clock.Advance(TimeSpan.FromDays(60));
        await market.Tick(new ExpireDueListings());
        (await program.Post($"listings/{number}/renew")).State.ShouldBe("published");
        (await program.Post($"listings/{number}/sold", """{"where":"elsewhere"}""")).State.ShouldBe("sold");
        (await market.Advert(number)).SoldWhere.ShouldBe(SoldWhere.Elsewhere);
        (await program.Post($"listings/{number}/sold")).State.ShouldBe("sold");
        (await program.Post($"listings/{number}/reopen")).State.ShouldBe("published");
        (await program.Post($"listings/{number}/withdraw")).State.ShouldBe("withdrawn");
        (await program.Post($"listings/{number}/withdraw")).State.ShouldBe("withdrawn");
    }

    [Fact]
    public async Task The_same_ref_makes_no_second_advert()
    {
        var program = await MerchantProgram.Of(market);
        var first = await program.Post("listings", MerchantProgram.Phone(title, title));
        var second = await program.Post("listings", MerchantProgram.Phone(title + " encore", title));
        (second.Status, second.Location).ShouldBe((HttpStatusCode.Conflict, first.Location));
        second.Wrong.ShouldBe(["ref"]);
    }

    [Fact]
    public async Task A_draft_takes_photos_and_is_sent_off_when_it_is_complete()
    {
        var program = await MerchantProgram.Of(market);
        var draft = await program.Post("listings", MerchantProgram.Phone(title)[..^1] + ",\"draft\":true}");
        draft.State.ShouldBe("draft");
        using var raw = new ByteArrayContent(RoadSteps.Jpeg(71));
        raw.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var one = await program.Send(HttpMethod.Post, $"listings/{draft.Number}/photos", raw, null);
        one.Status.ShouldBe(HttpStatusCode.OK, one.Body);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(RoadSteps.Jpeg(72)), "photos", "dos.jpg" } };
        var both = await program.Send(HttpMethod.Post, $"listings/{draft.Number}/photos", form, null);
        (both.Json.GetProperty("photos").GetArrayLength(), both.State).ShouldBe((2, "draft"));
        using var text = new StringContent("no picture", new MediaTypeHeaderValue("image/jpeg"));
        (await program.Send(HttpMethod.Post, $"listings/{draft.Number}/photos", text, null)).Wrong.ShouldBe(["photos"]);

        (await program.Post($"listings/{draft.Number}/submit")).State.ShouldBe("waiting");
        (await program.Post($"listings/{draft.Number}/submit")).State.ShouldBe("waiting");
    }

    [Fact]
    public async Task Own_adverts_are_listed_by_state_page_by_page_and_nobody_elses()
    {
        var (program, stranger) = (await MerchantProgram.Of(market, DemoPeople.Buyer), await MerchantProgram.Of(market, DemoPeople.Seller));
        var numbers = new List<long>();
        for (var i = 0; i < 3; i++) numbers.Add((await program.Post("listings", MerchantProgram.Phone($"{title} {i}"))).Number);
        await program.Post($"listings/{numbers[1]}/withdraw");

        var page = await program.Get("me/listings?limit=1&state=waiting");
        Numbers(page).ShouldBe([numbers[2]]);
        page = await program.Get($"me/listings?limit=1&state=waiting&after={page.Json.GetProperty("next").GetString()}");
        Numbers(page).ShouldBe([numbers[0]]);
        Numbers(await program.Get("me/listings?state=withdrawn")).ShouldContain(numbers[1]);
        foreach (var wrong in new[] { "state=x", "after=x", "limit=0", "limit=101", "limit=x" })
            (await program.Get("me/listings?" + wrong)).Wrong.ShouldBe([wrong.Split('=')[0]]);

        foreach (var path in new[] { $"listings/{numbers[0]}/renew", $"listings/{numbers[0]}/withdraw", "listings/999999999/sold" })
            (await stranger.Post(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get($"me/listings/{numbers[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Put($"listings/{numbers[0]}/price", """{"dinars":1}""")).Type.ShouldBe("application/problem+json");
    }

    private static IReadOnlyList<long> Numbers(Reply page) => [.. page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt64())];
}
