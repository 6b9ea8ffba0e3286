using MimeKit;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;
using Souq.TestSupport;

namespace Souq.Integration.Mail;

public sealed class PostOfficeTests : IClassFixture<PostOfficeFixture>, IAsyncDisposable
{
    private static readonly Letter Note = new("سيارتك معروضة", "<p>سيارتك</p>", "سيارتك\n");
    private readonly PostOfficeFixture fixture;
    private readonly Node node;
    private readonly string key = $"test:{Guid.NewGuid():n}";

    public PostOfficeTests(PostOfficeFixture fixture)
    {
        this.fixture = fixture;
        fixture.Sink.Mood = SmtpMood.Willing;
        node = fixture.Start();
    }

    [Fact]
    public async Task A_letter_arrives_as_it_was_written()
    {
        (await Deliver(node)).ShouldBe(Delivery.Sent);

        var sunk = Arrived().ShouldHaveSingleItem();
        sunk.To.ShouldBe([Address]);
        sunk.From.ShouldBe("souq@souq.test");
        var message = await Read(sunk);
        message.Subject.ShouldBe("سيارتك معروضة");
        message.To.Mailboxes.Single().Name.ShouldBe("أمينة");
        message.HtmlBody.ShouldNotBeNull().ShouldContain("<p>سيارتك</p>");
        var row = await fixture.Row(key);
        row.State.ShouldBe("accepted");
        row.MessageId.ShouldBe(message.MessageId);
        row.MessageId.ShouldEndWith("@souq.example");
    }

    [Fact]
    public async Task A_key_is_posted_once()
    {
        await Deliver(node);
        (await Deliver(node)).ShouldBe(Delivery.AlreadySent);
        Arrived().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_nodes_with_the_same_letter_one_posts_it()
    {
        await using var other = fixture.Start();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Deliver(i % 2 == 0 ? node : other))));

        answers.Count(a => a == Delivery.Sent).ShouldBe(1);
        answers.Count(a => a is Delivery.AlreadySent or Delivery.UnderWay).ShouldBe(7);
        Arrived().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_not_tried_again()
    {
        fixture.Sink.Mood = SmtpMood.NoSuchMailbox;
        (await Deliver(node)).ShouldBe(Delivery.Refused);
        fixture.Sink.Mood = SmtpMood.Willing;
        (await Deliver(node)).ShouldBe(Delivery.Refused);
        Arrived().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SmtpMood.Busy)]
    [InlineData(SmtpMood.HangsUpAtGreeting)]
    public async Task A_letter_that_certainly_did_not_go_out_is_tried_again(SmtpMood mood)
    {
        fixture.Sink.Mood = mood;
        await Should.ThrowAsync<CarrierUnavailableException>(() => Deliver(node));
        (await fixture.Row(key)).State.ShouldBe("postponed");
        fixture.Sink.Mood = SmtpMood.Willing;
        (await Deliver(node)).ShouldBe(Delivery.Sent);
        (await fixture.Row(key)).Attempts.ShouldBe(2);
        Arrived().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_notice_that_broke_off_in_the_middle_is_not_sent_again()
    {
        fixture.Sink.Mood = SmtpMood.HangsUpAfterData;
        (await Deliver(node)).ShouldBe(Delivery.Unknown);
        fixture.Sink.Mood = SmtpMood.Willing;
        (await Deliver(node)).ShouldBe(Delivery.Unknown);
        Arrived().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_assured_letter_that_broke_off_is_sent_again_under_the_same_id()
    {
        fixture.Sink.Mood = SmtpMood.HangsUpAfterData;
        await Should.ThrowAsync<CarrierUnavailableException>(() => Deliver(node, Promise.Assured));
        fixture.Sink.Mood = SmtpMood.Willing;
        (await Deliver(node, Promise.Assured)).ShouldBe(Delivery.Sent);

        var both = Arrived();
        both.Count.ShouldBe(2);
        (await Read(both[0])).MessageId.ShouldBe((await Read(both[1])).MessageId);
    }

    [Fact]
    public async Task A_notice_whose_sender_died_is_unknown_and_not_sent_again()
    {
        // What a killed process leaves behind: the claim, committed.
        (await node.Ledger.Turn(null, await Claimed(Promise.Once), patient: true, Cancel)).ShouldBeTrue();
        (await Deliver(node)).ShouldBe(Delivery.UnderWay);

        await Age(key);
        (await Deliver(node)).ShouldBe(Delivery.Unknown);
        (await node.Post.Known([key, "nobody's"], Cancel)).ShouldHaveSingleItem().Value.ShouldBe(Delivery.Unknown);
        Arrived().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_assured_letter_whose_sender_died_is_sent_under_the_same_id()
    {
        var claim = await Claimed(Promise.Assured);
        await (await node.Ledger.Take(claim, Cancel)).DisposeAsync();

        (await Deliver(node, Promise.Assured)).ShouldBe(Delivery.Sent);
        (await Read(Arrived().ShouldHaveSingleItem())).MessageId.ShouldBe(claim.MessageId);
    }

    [Fact]
    public async Task A_node_waits_for_the_one_that_is_sending_an_assured_letter()
    {
        var sending = await node.Ledger.Take(await Claimed(Promise.Assured), Cancel);
        await using var other = fixture.Start();
        var waiting = Deliver(other, Promise.Assured);
        await sending.Close(Carrying.Accepted, Cancel);
        waiting.IsCompleted.ShouldBeFalse();
        await sending.DisposeAsync();
        (await waiting).ShouldBe(Delivery.AlreadySent);
    }

    [Fact]
    public async Task The_connection_to_the_server_is_used_again()
    {
        var before = fixture.Sink.Connections;
        foreach (var number in Enumerable.Range(0, 5))
            await node.Post.Deliver($"{key}:{number}", Language.Arabic, Address, "", Note, Cancel);
        (fixture.Sink.Connections - before).ShouldBe(1);
    }

    [Fact]
    public async Task The_ledger_holds_nobodys_address()
    {
        await Deliver(node);
        await using var command = fixture.Database.CreateCommand("select string_agg(l::text, ' ') from mail.letters l");
        ((string)(await command.ExecuteScalarAsync(Cancel))!).ShouldNotContain(Address);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => $"{key.Split(':')[1]}@souq.test";

    private async Task<Claim> Claimed(Promise promise) =>
        new(key, "1@souq.example", promise, Outgoing.KindOf(key, promise), await node.Marks.Of(Address, Cancel));

    private Task Age(string letter) => fixture.Age(letter, TimeSpan.FromMinutes(11));

    private Task<Delivery> Deliver(Node from, Promise promise = Promise.Once) =>
        from.Post.Deliver(key, Language.Arabic, Address, "أمينة", Note, Cancel, promise);

    private List<SunkMail> Arrived() => [.. fixture.Sink.Mails.Where(m => m.To.Contains(Address))];

    private static async Task<MimeMessage> Read(SunkMail mail)
    {
        using var source = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Source));
        return await MimeMessage.LoadAsync(source, Cancel);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
