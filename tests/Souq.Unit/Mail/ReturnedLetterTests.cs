using System.Text;
using CsCheck;
using MimeKit;
using Souq.Mail.Returns;
using Souq.TestSupport;

namespace Souq.Unit.Mail;

public class ReturnedLetterTests
{
    [Fact]
    public void A_mailbox_that_is_no_more_comes_back_for_good()
    {
        var returned = Read(Reports.Dsn("<1@souq.example>", "failed", "5.1.1")).ShouldNotBeNull();
        returned.Kind.ShouldBe(ReturnKind.Hard);
        returned.Status.ShouldBe("5.1.1");
        returned.Ids.ShouldContain("1@souq.example");
    }

    [Theory]
    [InlineData("5.2.2")]
    [InlineData("5.7.1")]
    [InlineData("4.4.7")]
    [InlineData("")]
    public void What_may_pass_is_not_for_good(string status) =>
        Read(Reports.Dsn("<1@souq.example>", "failed", status)).ShouldNotBeNull().Kind.ShouldBe(ReturnKind.Soft);

    [Theory]
    [InlineData("delayed")]
    [InlineData("relayed")]
    [InlineData("delivered")]
    public void A_letter_that_is_still_on_its_way_has_not_come_back(string action) => Read(Reports.Dsn("<1@souq.example>", action, "4.4.1")).ShouldBeNull();

    [Fact]
    public void A_report_with_the_headers_alone_names_the_letter_too() =>
        Read(Reports.Dsn("<1@souq.example>", "failed", "5.1.1 (bad mailbox)", headersOnly: true)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.Ids.ShouldContain("1@souq.example"), r => r.Kind.ShouldBe(ReturnKind.Hard));

    [Fact]
    public void An_id_that_was_changed_on_the_way_is_passed_over_for_ours() =>
        Read(Reports.Dsn("<changed@relay.example>", "failed", "5.1.1", ours: "1@souq.example")).ShouldNotBeNull()
            .Ids.ShouldBe(["1@souq.example", "changed@relay.example"]);

    [Fact]
    public void Who_calls_a_letter_spam_complains() =>
        Read(Reports.Complaint("<1@souq.example>")).ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(ReturnKind.Complaint), r => r.Ids.ShouldContain("1@souq.example"));

    [Fact]
    public void Not_spam_is_no_complaint() => Read(Reports.Complaint("<1@souq.example>", "not-spam")).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("From: a@b.example\r\nSubject: Out of office\r\nIn-Reply-To: <1@souq.example>\r\n\r\nI am away.")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nAction")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status\r\n\r\nno boundary")]
    [InlineData("Content-Type: multipart/report; boundary=x\r\n\r\n--x--")]
    [InlineData("Content-Type: multipart/report; report-type=feedback-report; boundary=x\r\n\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\n\0\0\0\r\n--x--")]
    public void What_is_broken_or_something_else_is_passed_over(string source) => Read(source).ShouldBeNull();

    [Fact]
    public void Whatever_is_sent_is_read_without_harm() => Gen.Byte.Array[0, 400].Sample(noise =>
    {
        var report = Encoding.Latin1.GetBytes(Reports.Dsn("<1@souq.example>", "failed", "5.1.1"));
        for (var i = 0; i < noise.Length; i++)
            report[noise[i] * 7 % report.Length] = noise[(i + 1) % noise.Length];
        try
        {
            ReturnedLetter.Read(MimeMessage.Load(new MemoryStream(report)))?.Ids.Count.ShouldBeLessThanOrEqualTo(10);
        }
        catch (FormatException)
        {
            // No message at all; the box says so.
        }
    }, iter: 300);

    private static ReturnedLetter? Read(string source)
    {
        try
        {
            return ReturnedLetter.Read(MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(source))));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
