using Souq.Accounts.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Stores.Badge;

public enum BadgeVerdict { Grant, Deny, Withdraw }

/// <summary>The operator grants, denies or withdraws the badge.</summary>
/// <param name="Words">To the seller; needed for a no.</param>
public sealed record DecideBadge(Guid StoreId, Guid ActorId, BadgeVerdict Verdict, string Words);

public static class DecideBadgeHandler
{
    public const int WordsMax = 600;

    public static (Events, OutgoingMessages) Handle(DecideBadge command, [WriteModel(nameof(DecideBadge.StoreId))] Store store, TimeProvider time)
    {
        var decided = Decide(store, command, time.GetUtcNow());
        return ([decided], [new NotifyPerson(store.PersonId, BadgeLetterTemplate.Key, store.Id, $"{BadgeLetterTemplate.Key}:{store.Id:N}:{store.Version + 1}")]);
    }

    public static object Decide(Store store, DecideBadge command, DateTimeOffset now)
    {
        if (store.ErasedAt is not null) throw new NotFoundException("The store");
        if (command.Words.Length > WordsMax) throw new RefusedException("Badge.Words.Long", "words", WordsMax);
        var (expected, decided) = command.Verdict switch
        {
            BadgeVerdict.Grant => (BadgeState.Asked, (object)new BadgeGranted(command.ActorId, command.Words, now)),
            BadgeVerdict.Deny => (BadgeState.Asked, new BadgeDenied(command.ActorId, command.Words, now)),
            _ => (BadgeState.Granted, new BadgeWithdrawn(command.ActorId, command.Words, now)),
        };
        if (store.Badge != expected) throw new RefusedException("Badge.Decided");
        if (command.Verdict != BadgeVerdict.Grant && command.Words.Length == 0) throw new RefusedException("Badge.Words.Missing", "words");
        return decided;
    }
}
