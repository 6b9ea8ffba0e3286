using Marten;
using Souq.Accounts.Confirming;
using Souq.EventStore;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Accounts.SigningUp;

/// <summary>
/// Somebody wants an account. Whether the address is already known is told to its mailbox alone, never to the one who typed it.
/// </summary>
/// <param name="PasswordHash">Of the password; the password itself goes no further than the page.</param>
/// <param name="ReturnUrl">The page he was on his way to, local; <c>null</c> for none.</param>
public sealed record SignUp(
    Guid PersonId, string Email, string Name, string PasswordHash, string? Phone, Language Language, string? ReturnUrl)
{
    /// <summary>Failed commands are logged: the id says enough.</summary>
    public override string ToString() => $"SignUp {PersonId}";
}

public static class SignUpHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<Person?> LoadAsync(SignUp command, IDocumentSession session, CancellationToken cancellation)
    {
        var email = Person.Normalize(command.Email);
        return session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == email, cancellation);
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(SignUp command, Person? known, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (known is null)
        {
            return ([MartenOps.Insert(PersonOf(command, now)), MartenOps.StartStream<Membership>(command.PersonId, new PersonRegistered(now))],
                [new SendConfirmation(command.PersonId, Guid.CreateVersion7(now), command.ReturnUrl)]);
        }

        if (known.Confirmed) return ([], [new SendAlreadyKnown(known.Id, Guid.CreateVersion7(now))]);

        // Whoever signed up first with this address never proved that it is his: what was typed last counts, and older letters are void.
        known.Name = command.Name;
        known.PasswordHash = command.PasswordHash;
        known.Phone = command.Phone;
        known.Language = command.Language;
        known.SecurityStamp = Person.NewStamp();
        return ([MartenOps.Store(known), new AppendTo(known.Id, new RegistrationRepeated(now))],
            [new SendConfirmation(known.Id, Guid.CreateVersion7(now), command.ReturnUrl)]);
    }

    private static Person PersonOf(SignUp command, DateTimeOffset now) => new()
    {
        Id = command.PersonId,
        Email = command.Email,
        NormalizedEmail = Person.Normalize(command.Email),
        Name = command.Name,
        PasswordHash = command.PasswordHash,
        Phone = command.Phone,
        Language = command.Language,
        JoinedAt = now,
    };
}
