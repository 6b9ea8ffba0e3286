using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Accounts.Phones;

/// <summary>Somebody looks at the seller's phone number. The same viewer on the same day counts once.</summary>
/// <param name="ViewerKey">Tells viewers apart and says nothing of them; see <c>Visitor.KeyOf</c>.</param>
public sealed record RevealPhone(Guid ListingId, Guid SellerId, string ViewerKey);

/// <summary>That a viewer saw a number on a day; its id says all three.</summary>
public sealed record PhoneReveal(Guid Id, Guid ListingId, DateOnly Day)
{
    private static readonly Guid Space = new("6f0d3a5e-9c41-4a57-8f0e-0f6f1f9a7c21");

    public static PhoneReveal Of(RevealPhone command, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        return new(DeterministicGuid.Create(Space, $"{command.ListingId}|{command.ViewerKey}|{day:O}"), command.ListingId, day);
    }
}

public static class RevealPhoneHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<PhoneReveal?> LoadAsync(
        RevealPhone command, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        session.LoadAsync<PhoneReveal>(PhoneReveal.Of(command, time.GetUtcNow()).Id, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(RevealPhone command, PhoneReveal? seen, TimeProvider time)
    {
        if (seen is not null) return ([], []);
        var now = time.GetUtcNow();
        var reveal = PhoneReveal.Of(command, now);
        return ([MartenOps.Insert(reveal)], [new PhoneRevealed(command.ListingId, command.SellerId, now, reveal.Id)]);
    }
}
