using Marten;
using Wolverine;

namespace Souq.Accounts.Passwords;

/// <summary>Somebody has forgotten his password, or says so. An address nobody has is passed over in silence.</summary>
public sealed record AskForReset(string Email)
{
    public override string ToString() => nameof(AskForReset);
}

public static class AskForResetHandler
{
    public static Task<Person?> LoadAsync(AskForReset command, IDocumentSession session, CancellationToken cancellation)
    {
        var email = Person.Normalize(command.Email);
        return session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == email, cancellation);
    }

    public static OutgoingMessages Handle(AskForReset command, Person? person, TimeProvider time) =>
        person is null ? [] : [new SendReset(person.Id, Guid.CreateVersion7(time.GetUtcNow()))];
}
