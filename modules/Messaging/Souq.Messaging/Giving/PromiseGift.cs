using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Messaging.Letters;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Messaging.Giving;

/// <summary>The giver promises his gift to one of those who asked, or to nobody any more.</summary>
/// <param name="PersonId"><c>null</c> takes the promise back.</param>
/// <param name="Seen">Version of the gift on the page he pressed on: what changed since then, he has not seen.</param>
/// <param name="Move">He has been asked whether it shall go to another.</param>
public sealed record PromiseGift(Guid ListingId, Guid ActorId, Guid? PersonId, long Seen, bool Move = false);

public static class PromiseGiftHandler
{
    /// <summary>The refusal that comes from another page or node having been quicker: 409.</summary>
    public const string Clash = "Gift.Clash";

    public const string MoveSure = "Gift.MoveSure";

    // Two first promises at once both begin the stream; the one that loses reads again and finds a clash.
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(PromiseGift command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var subject = await session.LoadAsync<Subject>(command.ListingId, cancellation);
        if (subject is null || subject.SellerId != command.ActorId) throw new NotFoundException("The listing");
        var asker = command.PersonId is { } person
            ? await session.LoadAsync<Conversation>(Conversation.IdOf(subject.Id, person), cancellation)
            : null;
        var stream = await session.Events.FetchForWriting<Gift>(subject.Id, cancellation);
        var version = stream.CurrentVersion ?? 0;
        if (Decide(command, subject, stream.Aggregate, version, asker, time.GetUtcNow()) is not { } decided) return [];
        stream.AppendOne(decided);
        return decided is GiftPromised ? [new NotifyPerson(
            asker!.BuyerId, GiftPromisedTemplate.Key, asker.Id, $"{GiftPromisedTemplate.Key}:{asker.Id}:{version + 1}")] : [];
    }

    /// <summary>The event, or nothing when it stands so already.</summary>
    public static object? Decide(PromiseGift command, Subject subject, Gift? gift, long version, Conversation? asker, DateTimeOffset now)
    {
        if (gift?.GivenAt is not null || !subject.OnMarket || !subject.Free) throw new RefusedException("Gift.Over");
        if (command.PersonId is not null && asker?.AskedAt is null) throw new RefusedException("Gift.NeverAsked", "person");
        if (command.Seen != version) throw new RefusedException(Clash);
        if (command.PersonId == gift?.PromisedTo) return null;
        if (command.PersonId is not { } chosen) return new PromiseTakenBack(now);
        if (gift?.PromisedTo is not null && !command.Move) throw new RefusedException(MoveSure, "person");
        return new GiftPromised(chosen, now);
    }
}
