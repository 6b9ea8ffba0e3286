using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Takes a message to the world: a mail server, or a folder in development. At most <c>Smtp__Connections</c> at a time.</summary>
public interface ICarrier
{
    Task<Carrying> Carry(MimeMessage message, CancellationToken cancellation);
}
