using Souq.Kernel;

namespace Souq.Accounts.Contracts;

/// <summary>
/// Where people read their mail, for a module that writes to many of them at a time; single letters go by <see cref="NotifyPerson"/>. An address stands
/// in no message; whoever keeps one keeps it where it can be erased, and erases it on <see cref="PersonErased"/>.
/// </summary>
public interface IMailboxes
{
    /// <summary>The address somebody has confirmed, folded; <c>null</c> when there is none.</summary>
    Task<string?> Of(Guid personId, CancellationToken cancellation);

    /// <summary>In which somebody wants to be written to.</summary>
    Task<Language> LanguageOf(Guid personId, CancellationToken cancellation);

    /// <summary>Who has confirmed a folded address.</summary>
    Task<Guid?> PersonAt(string address, CancellationToken cancellation);
}
