using Marten;
using Souq.Accounts.Contracts;
using Souq.Accounts.Letters;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Confirming;

/// <summary>The address is his: he has followed the link sent to it.</summary>
/// <param name="Stamp">From the link; must be that of the person as he is now.</param>
public sealed record ConfirmEmail(Guid PersonId, string Stamp);

public static class ConfirmEmailHandler
{
    public static Task<Person?> LoadAsync(ConfirmEmail command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(command.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        ConfirmEmail command, [WriteModel(nameof(ConfirmEmail.PersonId))] Membership? membership, Person? person, TimeProvider time)
    {
        if (membership is null || person is null || !LinkToken.Fits(command.Stamp, person.SecurityStamp))
            throw new RefusedException("Confirm.Stale");
        if (person.Confirmed) return ([], [], []);
        var now = time.GetUtcNow();
        person.Confirmed = true;
        return ([new EmailConfirmed(now)], [MartenOps.Store(person)], [new PersonJoined(person.Id, now)]);
    }
}
