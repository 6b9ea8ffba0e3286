using Marten;
using Souq.Accounts.Letters;
using Wolverine;

namespace Souq.Accounts.Confirming;

/// <summary>Letters to a person came back, and he says that his mailbox works: one letter with a link is to prove it.</summary>
public sealed record AskToReach(Guid PersonId);

public static class AskToReachHandler
{
    public static OutgoingMessages Handle(AskToReach command, IDocumentSession session, TimeProvider time) =>
        [new SendReach(command.PersonId, Guid.CreateVersion7(time.GetUtcNow()))];
}

/// <summary>Message: the letter whose link shows that letters arrive.</summary>
public sealed record SendReach(Guid PersonId, Guid LetterId);

public static class SendReachHandler
{
    public static async Task Handle(SendReach message, IAccountsStore store, LinkToken tokens, AccountLetters letters, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Person>(message.PersonId, cancellation) is not { } person) return;
        await letters.Send(
            "Letter.Reach", message.LetterId, person, "confirm/" + tokens.Write(LinkToken.Confirm, person, SendConfirmationHandler.LinkLife), cancellation);
    }
}
