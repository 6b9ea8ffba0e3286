using System.Collections.Concurrent;
using MimeKit;
using Souq.Mail.Letters;
using Souq.Mail.Posting;
using Souq.Mail.Templates;

namespace Souq.Integration.Accounts;

/// <summary>Takes every letter.</summary>
public sealed class MailBag : ICarrier
{
    private readonly ConcurrentQueue<MimeMessage> mails = new();

    public IEnumerable<MimeMessage> Mails => mails;

    public Task<Carrying> Carry(MimeMessage message, CancellationToken cancellation)
    {
        mails.Enqueue(message);
        return Task.FromResult(Carrying.Accepted);
    }
}

/// <summary>What another module would register.</summary>
public sealed class NewsTemplate : IMailTemplate
{
    public string Name => "test.news";

    public Task<Letter?> Compose(MailContext context, CancellationToken cancellation) => Task.FromResult<Letter?>(
        context.SubjectId == Guid.Empty ? null : new Letter($"News in {context.Language}", "<p>News</p>", $"News for {context.RecipientName}"));
}
