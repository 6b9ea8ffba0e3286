using System.Net;
using Npgsql;
using Souq.Integration.Road;
using Souq.Listings.Api;

namespace Souq.Integration.Api;

[Collection(nameof(Market))]
public sealed class IdempotencyTests(Market market)
{
    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";
    private readonly string key = Guid.NewGuid().ToString();

    [Fact]
    public async Task The_same_key_gets_the_same_answer_for_a_day_and_makes_one_advert()
    {
        var program = await MerchantProgram.Of(market);
        var first = await program.Post("listings", MerchantProgram.Phone(title), key);
        var second = await program.Post("listings", MerchantProgram.Phone(title), key);
        second.ShouldBe(first with { IsReplay = true });
        (first.Status, first.IsReplay).ShouldBe((HttpStatusCode.Created, false));

        market.Clock.Advance(TimeSpan.FromHours(25));
        var nextDay = await program.Post("listings", MerchantProgram.Phone(title), key);
        nextDay.IsReplay.ShouldBeFalse();
        nextDay.Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_too()
    {
        var program = await MerchantProgram.Of(market);
        var first = await program.Post("listings", MerchantProgram.Phone("x"), key);
        first.Wrong.ShouldBe(["title"]);
        (await program.Post("listings", MerchantProgram.Phone("x"), key)).ShouldBe(first with { IsReplay = true });
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var program = await MerchantProgram.Of(market);
        var first = await program.Post("listings", MerchantProgram.Phone(title), key);
        (await program.Post("listings", MerchantProgram.Phone(title + "!"), key)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await program.Post($"listings/{first.Number}/withdraw", null, key)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await program.Get($"me/listings/{first.Number}")).State.ShouldBe("waiting");
        (await (await MerchantProgram.Of(market, Souq.Accounts.Demo.DemoPeople.Buyer)).Post("listings", MerchantProgram.Phone(title), key))
            .Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_many_at_once_one_works_and_the_others_wait_or_get_its_answer()
    {
        var program = await MerchantProgram.Of(market);
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => program.Post("listings", MerchantProgram.Phone(title), key)));
        replies.Count(r => r is { Status: HttpStatusCode.Created, IsReplay: false }).ShouldBe(1);
        replies.Where(r => r.Status != HttpStatusCode.Created).ShouldAllBe(r => r.Status == HttpStatusCode.Conflict && r.SaysWait);
        (await Count($"select count(*) from listings.mt_doc_listing where data -> 'written' ->> 'title' = '{title}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_died_before_he_answered_is_taken_over_after_a_minute_and_nothing_is_made_twice()
    {
        var program = await MerchantProgram.Of(market);
        var made = await program.Post("listings", MerchantProgram.Phone(title), key);
        // As a node leaves it that dies between the commit of the command and the answer.
        await Count($"update {IdempotencyTable.Name} set status = null where key = '{key}' returning 1");
        var waiting = await program.Post("listings", MerchantProgram.Phone(title), key);
        (waiting.Status, waiting.SaysWait).ShouldBe((HttpStatusCode.Conflict, true));

        market.Clock.Advance(TimeSpan.FromSeconds(61));
        var again = await program.Post("listings", MerchantProgram.Phone(title), key);
        (again.Status, again.Number, again.IsReplay).ShouldBe((HttpStatusCode.Created, made.Number, false));
        (await program.Post("listings", MerchantProgram.Phone(title), key)).IsReplay.ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_has_up_to_255_characters()
    {
        var program = await MerchantProgram.Of(market);
        (await program.Post("listings", MerchantProgram.Phone(title), key.PadRight(256, 'k'))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await program.Post("listings", MerchantProgram.Phone(title), key.PadRight(255, 'k'))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Keys_that_are_forgotten_leave_the_table()
    {
        var program = await MerchantProgram.Of(market);
        await program.Post("listings", MerchantProgram.Phone(title), key);
        await market.Tick(new TidyIdempotencyKeys());
        (await Count($"select count(*) from {IdempotencyTable.Name} where key = '{key}'")).ShouldBe(1);
        market.Clock.Advance(TimeSpan.FromHours(25));
        await market.Tick(new TidyIdempotencyKeys());
        (await Count($"select count(*) from {IdempotencyTable.Name}")).ShouldBe(0);
    }

    private async Task<long> Count(string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
