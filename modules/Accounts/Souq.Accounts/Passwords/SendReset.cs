using Souq.Accounts.Letters;

namespace Souq.Accounts.Passwords;

/// <summary>Message: the letter with the link to a new password.</summary>
public sealed record SendReset(Guid PersonId, Guid LetterId);

public static class SendResetHandler
{
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(2);

    public static async Task Handle(
        SendReset message, IAccountsStore store, LinkToken tokens, AccountLetters letters, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Person>(message.PersonId, cancellation) is not { } person) return;
        await letters.Send("Letter.Reset", message.LetterId, person, "reset/" + tokens.Write(LinkToken.Reset, person, LinkLife), cancellation);
    }
}
