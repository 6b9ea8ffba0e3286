using Microsoft.AspNetCore.WebUtilities;
using Souq.Accounts.Letters;

namespace Souq.Accounts.Confirming;

/// <summary>Message: the letter with the link that confirms an address.</summary>
public sealed record SendConfirmation(Guid PersonId, Guid LetterId, string? ReturnUrl);

public static class SendConfirmationHandler
{
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(3);

    public static async Task Handle(
        SendConfirmation message, IAccountsStore store, LinkToken tokens, AccountLetters letters, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Person>(message.PersonId, cancellation) is not { Confirmed: false } person) return;
        var href = "confirm/" + tokens.Write(LinkToken.Confirm, person, LinkLife);
        if (message.ReturnUrl is not null) href = QueryHelpers.AddQueryString(href, "returnUrl", message.ReturnUrl);
        await letters.Send("Letter.Confirm", message.LetterId, person, href, cancellation);
    }
}
