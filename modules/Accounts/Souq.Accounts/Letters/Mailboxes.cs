using Marten;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Mail;

namespace Souq.Accounts.Letters;

/// <inheritdoc cref="IMailboxes"/>
public sealed class Mailboxes(IAccountsStore documents) : IMailboxes
{
    public async Task<string?> Of(Guid personId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.LoadAsync<Person>(personId, cancellation) is { Confirmed: true } person && EmailAddress.TryFold(person.Email, out var address) ? address : null;
    }

    public async Task<Language> LanguageOf(Guid personId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return (await session.LoadAsync<Person>(personId, cancellation))?.Language ?? Language.Arabic;
    }

    public async Task<Guid?> PersonAt(string address, CancellationToken cancellation)
    {
        var normalized = Person.Normalize(address);
        await using var session = documents.QuerySession();
        return await session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalized, cancellation) is { Confirmed: true } person ? person.Id : null;
    }
}
