using Souq.Accounts.Contracts;
using Souq.Mail.Posting;
using Souq.Mail.Templates;

namespace Souq.Accounts.Letters;

/// <summary>Letters of other modules: they know the matter, this module the address and the language.</summary>
public static class NotifyPersonHandler
{
    public static async Task Handle(
        NotifyPerson command, IAccountsStore store, MailTemplates templates, PostOffice post, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Person>(command.PersonId, cancellation) is not { Confirmed: true } person) return;
        var context = new MailContext(command.SubjectId, person.Id, person.Name, person.Language);
        if (await templates.Compose(command.Template, context, cancellation) is { } letter)
            await post.Deliver(
                new Outgoing(command.Key, person.Language, person.Email, person.Name, letter) { Origin = NotifyAgain.OriginOf(command) }, cancellation);
    }
}
