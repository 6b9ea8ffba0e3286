using Souq.Kernel;

namespace Souq.Accounts.Contracts;

/// <summary>
/// Where people read their mail, for a module that writes to many of them at a time; single letters go by <see cref="NotifyPerson"/>. An address stands
/// in no message; whoever keeps one keeps it where it can be erased, and erases it on <see cref="PersonErased"/>.
/// </summary>
public interface IMailboxes
{
    /// <summary><c>null</c> where none is confirmed.</summary>
    Task<Mailbox?> Of(Guid personId, CancellationToken cancellation);

    /// <summary>Who has confirmed a folded address.</summary>
    Task<Guid?> PersonAt(string address, CancellationToken cancellation);
}

/// <summary>An address somebody has confirmed.</summary>
/// <param name="Address">Folded.</param>
/// <param name="Language">In which he wants to be written to.</param>
public sealed record Mailbox(string Address, Language Language)
{
    // Whatever prints it prints no address.
    public override string ToString() => nameof(Mailbox);
}
