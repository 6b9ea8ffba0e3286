using MimeKit;

namespace Souq.Mail.Returns;

/// <summary>Where returns lie.</summary>
public interface IReturnsBox
{
    /// <summary>Every message not read before, oldest first, to be put away when <paramref name="read"/> has come to its end.</summary>
    Task ReadAll(Func<MimeMessage, CancellationToken, Task> read, CancellationToken cancellation);
}
