using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;
using Souq.TestSupport;

namespace Souq.Integration.Mail;

/// <summary>A backup of this morning is restored in the evening: the ledger knows nothing of the day's letters.</summary>
public sealed class LetterJournalTests : IClassFixture<PostOfficeFixture>, IDisposable
{
    private readonly PostOfficeFixture fixture;
    private readonly string data = TemporaryFolders.New();
    private readonly string run = Guid.NewGuid().ToString("n");

    public LetterJournalTests(PostOfficeFixture fixture)
    {
        this.fixture = fixture;
        fixture.Sink.Mood = SmtpMood.Willing;
    }

    [Fact]
    public async Task Nothing_that_had_left_is_sent_again_after_a_backup_was_restored()
    {
        await using (var before = fixture.Start(("SOUQ_DATA", data)))
        {
            await before.Post.DeliverAll([Letter(0), Letter(1) with { Promise = Promise.Assured }], Cancel);
            fixture.Sink.Mood = SmtpMood.HangsUpAfterData;
            await before.Post.DeliverAll([Letter(2)], Cancel);
            fixture.Sink.Mood = SmtpMood.Busy;
            await before.Post.DeliverAll([Letter(3)], Cancel);
            fixture.Sink.Mood = SmtpMood.Willing;
        }

        await Restore();
        await using var after = fixture.Start(("SOUQ_DATA", data));
        (await after.Services.GetRequiredService<LetterJournal>().Remind(Cancel)).ShouldBe(3);

        (await after.Post.DeliverAll([Letter(0), Letter(1) with { Promise = Promise.Assured }, Letter(2), Letter(3), Letter(4)], Cancel))
            .ShouldBe([Delivery.AlreadySent, Delivery.AlreadySent, Delivery.Unknown, Delivery.Sent, Delivery.Sent]);
        (await after.Services.GetRequiredService<LetterJournal>().Remind(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_cut_by_a_crash_is_passed_over()
    {
        await using (var before = fixture.Start(("SOUQ_DATA", data)))
            await before.Post.DeliverAll([Letter(0)], Cancel);
        var file = Directory.GetFiles(Path.Combine(data, "posted")).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file, Cancel)).ShouldNotContain("souq.test\t" + run);
        await File.AppendAllTextAsync(file, "claimed\thalf", Cancel);

        await Restore();
        await using var after = fixture.Start(("SOUQ_DATA", data));
        (await after.Services.GetRequiredService<LetterJournal>().Remind(Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_ledger_that_was_not_set_back_is_left_alone()
    {
        await using var node = fixture.Start(("SOUQ_DATA", data));
        await node.Post.DeliverAll([Letter(0)], Cancel);
        (await node.Services.GetRequiredService<LetterJournal>().Remind(Cancel)).ShouldBe(0);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Outgoing Letter(int number) => new($"test:{run}:{number}", Language.English, $"{run}@souq.test", "", new Letter("News", "<p>x</p>", "x"));

    private async Task Restore()
    {
        await using var command = fixture.Database.CreateCommand("delete from mail.letters where key like $1");
        command.Parameters.Add(new() { Value = $"test:{run}:%" });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
