using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;
using Souq.Mail.Returns;
using Souq.TestSupport;

namespace Souq.Integration.Mail;

public sealed class ReturnsTests : IClassFixture<PostOfficeFixture>, IAsyncDisposable
{
    private readonly PostOfficeFixture fixture;
    private readonly string data = Directory.CreateTempSubdirectory("souq-returns").FullName;
    private readonly Node node;
    private readonly string run = Guid.NewGuid().ToString("n");

    public ReturnsTests(PostOfficeFixture fixture)
    {
        this.fixture = fixture;
        fixture.Sink.Mood = SmtpMood.Willing;
        node = fixture.Start(("SOUQ_DATA", data));
        Directory.CreateDirectory(Inbox);
    }

    [Fact]
    public async Task A_letter_that_comes_back_for_good_stops_its_address()
    {
        var id = await Post(0);
        await Return(Reports.Dsn($"<{id}>", "failed", "5.1.1"));

        (await Returned(0)).ShouldBe("hard");
        (await Stopped.Why(Address, Cancel)).ShouldBe(StopReason.Bounced);
        (await node.Post.DeliverAll([Letter(1)], Cancel)).ShouldBe([Delivery.Stopped]);
        Directory.GetFiles(Path.Combine(Inbox, "read")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_complaint_stops_the_address()
    {
        var id = await Post(0);
        await Return(Reports.Complaint($"<{id}>"));
        (await Returned(0)).ShouldBe("complaint");
        (await Stopped.Why(Address, Cancel)).ShouldBe(StopReason.Complained);
    }

    [Fact]
    public async Task A_full_mailbox_is_forgiven_some_times()
    {
        for (var i = 0; i < ReturnsDesk.SoftReturns; i++)
        {
            (await Stopped.Why(Address, Cancel)).ShouldBeNull();
            var report = Reports.Dsn($"<{await Post(i)}>", "failed", "5.2.2");
            // The same report twice counts once.
            await Return(report);
            await Return(report);
        }

        (await Stopped.Why(Address, Cancel)).ShouldBe(StopReason.Unreachable);
        await Stopped.LetGo(Address, Cancel);
        await Return(Reports.Dsn($"<{await Post(99)}>", "failed", "5.2.2"));
        (await Stopped.Why(Address, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_report_about_a_letter_nobody_sent_stops_nobody()
    {
        await Post(0);
        await Return(Reports.Dsn("<forged@souq.example>", "failed", "5.1.1"));
        await Return(Reports.Complaint($"<' or true --@souq.example>"));
        await Return("no message\0at all");
        (await Stopped.Why(Address, Cancel)).ShouldBeNull();
        (await Returned(0)).ShouldBeNull();
        Directory.GetFiles(Inbox).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_that_was_thought_lost_and_came_back_did_go_out()
    {
        fixture.Sink.Mood = SmtpMood.HangsUpAfterData;
        await node.Post.DeliverAll([Letter(0)], Cancel);
        await Return(Reports.Dsn($"<{(await fixture.Row(Letter(0).Key)).MessageId}>", "failed", "5.1.1"));
        (await Returned(0)).ShouldBe("hard");
    }

    [Fact]
    public async Task Returns_are_read_from_a_mailbox_and_marked_as_read()
    {
        await using var shelf = new ImapShelf();
        await using var reader = fixture.Start(
            ("SOUQ_DATA", data), ("Returns:Host", "127.0.0.1"), ("Returns:Port", $"{shelf.Port}"), ("Returns:Tls", "false"), ("Returns:User", "returns"), ("Returns:Password", "x"));
        shelf.Put("From: somebody@souq.test\r\nSubject: Hello\r\n\r\nNot a report.\r\n");
        shelf.Put(Reports.Dsn($"<{await Post(0)}>", "failed", "5.1.1"));

        await reader.Services.GetRequiredService<ReturnsDesk>().ReadAll(Cancel);
        (await Returned(0)).ShouldBe("hard");
        shelf.Unseen.ShouldBe(0);
    }

    [Theory]
    [InlineData("wrong", true)]
    [InlineData("returns", false)]
    public async Task A_mailbox_that_cannot_be_opened_breaks_nothing(string user, bool there)
    {
        await using var shelf = new ImapShelf();
        await using var reader = fixture.Start(
            ("SOUQ_DATA", data), ("Returns:Host", "127.0.0.1"), ("Returns:Port", there ? $"{shelf.Port}" : "1"), ("Returns:Tls", "false"), ("Returns:User", user), ("Returns:Password", "x"));
        shelf.Put("Subject: Hello\r\n\r\nHello\r\n");
        await reader.Services.GetRequiredService<ReturnsDesk>().ReadAll(Cancel);
        shelf.Unseen.ShouldBe(1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StoppedAddresses Stopped => node.Services.GetRequiredService<StoppedAddresses>();

    private string Inbox => Path.Combine(data, "returns");

    private string Address => $"{run}@souq.test";

    private Outgoing Letter(int number) => new($"test:{run}:{number}", Language.French, Address, "", new Letter("News", "<p>x</p>", "x"));

    private async Task<string> Post(int number)
    {
        await node.Post.DeliverAll([Letter(number)], Cancel);
        var sunk = fixture.Sink.Mails.Last(m => m.To.Contains(Address));
        using var source = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(sunk.Source));
        var message = await MimeMessage.LoadAsync(source, Cancel);
        message.Headers[LetterEnvelope.LetterHeader].ShouldBe(message.MessageId);
        return message.MessageId.ShouldNotBeNull();
    }

    private async Task Return(string report)
    {
        await File.WriteAllTextAsync(Path.Combine(Inbox, $"{Guid.NewGuid():n}.eml"), report, Cancel);
        await node.Services.GetRequiredService<ReturnsDesk>().ReadAll(Cancel);
    }

    private async Task<string?> Returned(int number)
    {
        await using var command = fixture.Database.CreateCommand("select returned from mail.letters where key = $1");
        command.Parameters.Add(new() { Value = Letter(number).Key });
        return await command.ExecuteScalarAsync(Cancel) as string;
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
