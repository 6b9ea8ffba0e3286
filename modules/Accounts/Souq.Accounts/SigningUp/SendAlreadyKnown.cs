using Souq.Accounts.Letters;

namespace Souq.Accounts.SigningUp;

/// <summary>Message: somebody signed up with an address that has an account; its mailbox is told, the page is not.</summary>
public sealed record SendAlreadyKnown(Guid PersonId, Guid LetterId);

public static class SendAlreadyKnownHandler
{
    public static async Task Handle(SendAlreadyKnown message, IAccountsStore store, AccountLetters letters, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Person>(message.PersonId, cancellation) is { } person)
            await letters.Send("Letter.AlreadyKnown", message.LetterId, person, "signin", cancellation);
    }
}
