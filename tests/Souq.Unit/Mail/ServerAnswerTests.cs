using Souq.Mail.Posting;

namespace Souq.Unit.Mail;

public class ServerAnswerTests
{
    [Theory]
    [InlineData(550, null, true, true)]
    [InlineData(553, null, true, true)]
    [InlineData(550, "5.1.1", true, true)]
    [InlineData(554, "5.2.1", true, true)]
    [InlineData(550, "5.1.10", false, true)]
    public void A_mailbox_that_is_no_more_is_not_written_to_again(int code, string? detail, bool toRecipient, bool stops) =>
        new ServerAnswer(code, detail, toRecipient).StopsAddress.ShouldBe(stops);

    [Theory]
    [InlineData(550, "5.7.1", true)]
    [InlineData(554, "5.7.26", false)]
    [InlineData(552, "5.2.2", true)]
    [InlineData(554, null, false)]
    [InlineData(552, null, true)]
    [InlineData(451, "4.1.1", true)]
    [InlineData(450, null, true)]
    public void What_is_said_of_the_sender_the_words_or_the_hour_is_nothing_against_the_mailbox(int code, string? detail, bool toRecipient) =>
        new ServerAnswer(code, detail, toRecipient).StopsAddress.ShouldBeFalse();

    [Theory]
    [InlineData("accounts:1", Promise.Assured, LetterKind.Security)]
    [InlineData("digests.confirm:1:2", Promise.Assured, LetterKind.Security)]
    [InlineData("digest:1:2026-11-29T08", Promise.Once, LetterKind.Digest)]
    [InlineData("digests.weekly:1", Promise.Once, LetterKind.Digest)]
    [InlineData("moderation.refused:1", Promise.Once, LetterKind.Notice)]
    public void A_letters_kind_is_read_from_its_key_and_its_promise(string key, Promise promise, LetterKind kind) =>
        Outgoing.KindOf(key, promise).ShouldBe(kind);
}
