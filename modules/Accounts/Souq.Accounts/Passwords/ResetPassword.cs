using Marten;
using Souq.Accounts.Contracts;
using Souq.Accounts.Letters;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Passwords;

/// <summary>
/// A new password, from the link in a letter. It ends every session, lifts a lock, and proves the address like a confirmation does.
/// </summary>
public sealed record ResetPassword(Guid PersonId, string Stamp, string PasswordHash)
{
    public override string ToString() => $"ResetPassword {PersonId}";
}

public static class ResetPasswordHandler
{
    public static Task<Person?> LoadAsync(ResetPassword command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(command.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        ResetPassword command, [WriteModel(nameof(ResetPassword.PersonId))] Membership? membership, Person? person, TimeProvider time)
    {
        if (membership is null || person is null || !LinkToken.Fits(command.Stamp, person.SecurityStamp))
            throw new RefusedException("Reset.Stale");
        var now = time.GetUtcNow();
        Events events = [new PasswordChanged(now)];
        OutgoingMessages messages = [];
        if (!person.Confirmed)
        {
            events.Add(new EmailConfirmed(now));
            messages.Add(new PersonJoined(person.Id, now));
        }

        person.Confirmed = true;
        person.PasswordHash = command.PasswordHash;
        person.SecurityStamp = Person.NewStamp();
        person.FailedTries = 0;
        person.LockedUntil = null;
        return (events, [MartenOps.Store(person)], messages);
    }
}
