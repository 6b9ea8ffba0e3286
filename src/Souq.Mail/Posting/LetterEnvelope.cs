using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Mail.Posting;

/// <summary>Puts a letter into a message: plain text and HTML as alternatives, and the headers a machine's letter should carry.</summary>
public sealed class LetterEnvelope(IOptions<SmtpOptions> options, LetterSignature signature, TimeProvider time)
{
    public const string LetterHeader = "X-Souq-Letter";

    /// <param name="messageId">Without angle brackets.</param>
    /// <exception cref="FormatException">The address is none.</exception>
    /// <exception cref="ArgumentException">An extra header holds a line break or other control character.</exception>
    public MimeMessage Enclose(Letter letter, Language language, string to, string name, string messageId)
    {
        var message = new MimeMessage { Subject = OneLine(letter.Subject), MessageId = messageId, Date = time.GetUtcNow() };
        message.From.Add(new MailboxAddress(options.Value.FromName, options.Value.From));
        message.To.Add(Mailbox(to, name));
        message.Headers.Add("Content-Language", language.Code());
        message.Headers.Add("Auto-Submitted", "auto-generated");
        // Services on the way may give a letter an id of their own; by this one it is known when it comes back.
        message.Headers.Add(LetterHeader, messageId);
        foreach (var (header, value) in letter.Headers)
            message.Headers.Add(header, Harmless(value));
        message.Body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = letter.Text },
            new TextPart(TextFormat.Html) { Text = letter.Html },
        };
        signature.Sign(message);
        return message;
    }

    private static MailboxAddress Mailbox(string address, string name)
    {
        if (address.Any(char.IsControl) || !MailboxAddress.TryParse(address, out var parsed) || parsed.Route.Count > 0)
            throw new FormatException("The recipient's address is not an e-mail address.");
        return new MailboxAddress(OneLine(name), parsed.Address);
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Harmless(string value) =>
        value.Any(c => char.IsControl(c) || c > 126) ? throw new ArgumentException("A header must be plain ASCII in one line.", nameof(value)) : value;
}
