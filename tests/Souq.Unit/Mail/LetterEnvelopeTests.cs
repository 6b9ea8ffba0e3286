using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;

namespace Souq.Unit.Mail;

public sealed class LetterEnvelopeTests : IDisposable
{
    private static readonly Letter Note = new("سيارتك معروضة", "<p>سيارتك</p>", "سيارتك\n");
    private readonly ServiceProvider services = MailServices.Build();

    [Fact]
    public void A_letter_goes_out_as_text_and_html_in_its_language()
    {
        var message = Enclose(Note, "amina@souq.test", "أمينة");

        message.Subject.ShouldBe("سيارتك معروضة");
        message.Headers["Content-Language"].ShouldBe("ar");
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.Date.ShouldBe(MailServices.Noon);
        message.MessageId.ShouldBe("1@souq.example");
        message.Body.ShouldBeOfType<MultipartAlternative>().Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        message.TextBody.ShouldBe("سيارتك\n");
    }

    [Theory]
    [InlineData("Amina\r\nBcc: everybody@souq.test")]
    [InlineData("Amina\" <thief@souq.test>, \"")]
    [InlineData("Amina\nSubject: won\n\nbody")]
    public void A_name_cannot_write_headers(string name)
    {
        var read = Parse(Enclose(Note, "amina@souq.test", name));

        read.To.Mailboxes.Select(m => m.Address).ShouldBe(["amina@souq.test"]);
        read.Bcc.ShouldBeEmpty();
        read.Subject.ShouldBe("سيارتك معروضة");
    }

    [Theory]
    [InlineData("amina@souq.test, thief@souq.test")]
    [InlineData("amina@souq.test\r\nBcc: thief@souq.test")]
    [InlineData("@relay:amina@souq.test")]
    [InlineData("")]
    public void An_address_is_one_address(string address) =>
        Should.Throw<FormatException>(() => Enclose(Note, address, ""));

    [Fact]
    public void A_subject_is_one_line() =>
        Parse(Enclose(Note with { Subject = "Offer\r\nBcc: thief@souq.test" }, "amina@souq.test", "")).Bcc.ShouldBeEmpty();

    [Fact]
    public void An_extra_header_with_a_line_break_is_an_error()
    {
        var letter = Note with { Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://souq.example>\r\nBcc: thief@souq.test" } };
        Should.Throw<ArgumentException>(() => Enclose(letter, "amina@souq.test", ""));
    }

    [Fact]
    public void One_click_unsubscription_is_said_in_two_headers()
    {
        var read = Parse(Enclose(Note.WithOneClickUnsubscribe(new Uri("https://souq.example/alerts/unsubscribe/" + new string('x', 200))), "amina@souq.test", ""));

        read.Headers["List-Unsubscribe"].ShouldBe($"<https://souq.example/alerts/unsubscribe/{new string('x', 200)}>");
        read.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    private MimeMessage Enclose(Letter letter, string to, string name) =>
        services.GetRequiredService<LetterEnvelope>().Enclose(letter, Language.Arabic, to, name, "1@souq.example");

    private static MimeMessage Parse(MimeMessage message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(message.ToString()));
        return MimeMessage.Load(stream);
    }

    public void Dispose() => services.Dispose();
}
