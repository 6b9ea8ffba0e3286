using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>How a try to hand a message over ended.</summary>
public enum Carried
{
    Accepted,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Certainly not sent; later it may be.</summary>
    Postponed,

    /// <summary>The line broke after the message began to leave: it may have arrived.</summary>
    Unclear,
}

/// <summary>Takes a message to the world: a mail server, or a folder in development.</summary>
public interface ICarrier
{
    Task<Carried> Carry(MimeMessage message, CancellationToken cancellation);
}
