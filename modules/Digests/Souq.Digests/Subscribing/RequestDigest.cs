using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Mail;
using Wolverine;

namespace Souq.Digests.Subscribing;

/// <summary>
/// Somebody wants the new adverts of a topic sent to an address. What he is answered does not depend on whether the address is known
/// here: the mailbox alone is told.
/// </summary>
/// <param name="Address">As typed.</param>
/// <param name="Network">See <see cref="RequestLimits.NetworkOf"/>.</param>
public sealed record RequestDigest(string? Address, DigestTopic Topic, Frequency Frequency, Language Language, string Network)
{
    // Commands that fail are logged; addresses are not.
    public override string ToString() => $"{nameof(RequestDigest)} {Topic}";
}

/// <summary>Whose request it is, and what is known of it.</summary>
/// <param name="Known">The subscription of an earlier request, in any state.</param>
/// <param name="Quiet">The mailbox has had enough letters for today.</param>
public sealed record Requester(Subscriber Subscriber, bool IsNew, DigestSubscription? Known, bool Quiet);

public static class RequestDigestHandler
{
    public static async Task<Requester> LoadAsync(
        RequestDigest command, IDocumentSession session, ICatalog catalog, RequestLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        var address = Check(command, catalog.Current);
        if (!await limits.TakeNetwork(command.Network, cancellation)) throw new RefusedException("Digest.TooManyRequests");
        await Subscriber.Lock(session, address, cancellation);
        var known = await Subscriber.Find(session, address, cancellation);
        var subscriber = known ?? new Subscriber(Guid.CreateVersion7(), address, time.GetUtcNow());
        var subscription = await session.LoadAsync<DigestSubscription>(DigestSubscription.IdOf(subscriber.Id, command.Topic), cancellation);
        return new Requester(subscriber, known is null, subscription, !await limits.TakeMailbox(subscriber.Id, cancellation));
    }

    public static OutgoingMessages Handle(RequestDigest command, Requester requester, IDocumentSession session, TimeProvider time)
    {
        if (requester.Quiet) return [];
        var now = time.GetUtcNow();
        var id = DigestSubscription.IdOf(requester.Subscriber.Id, command.Topic);
        if (requester.Known is { Status: SubscriptionStatus.Active }) return [new TellAlreadySubscribed(id, now)];

        var requested = new DigestRequested(requester.Subscriber.Id, command.Topic, command.Frequency, command.Language, now);
        if (requester.IsNew) session.Insert(requester.Subscriber);
        if (requester.Known is null) session.Events.StartStream<DigestSubscription>(id, requested);
        else session.Events.Append(id, requester.Known.Version + 1, requested);
        return [new AskForConfirmation(id, now)];
    }

    /// <summary>The folded address of a request that makes sense.</summary>
    public static string Check(RequestDigest command, CatalogSnapshot catalog)
    {
        List<Refusal> refusals = [];
        if (!EmailAddress.TryFold(command.Address, out var address))
            refusals.Add(new Refusal(string.IsNullOrWhiteSpace(command.Address) ? "Digest.AddressMissing" : "Digest.AddressWrong", "Address"));
        if (command.Topic.SectionId is { } section && catalog.Section(section) is null)
            refusals.Add(new Refusal("Digest.SectionUnknown", "Section"));
        if (command.Topic.Wilaya is { } wilaya && catalog.Territory.Wilaya(wilaya) is null)
            refusals.Add(new Refusal("Digest.PlaceUnknown", "Wilaya"));
        if (command.Topic.Commune is { } code && !(catalog.Territory.Commune(code) is { } commune && IsIn(commune, command.Topic.Wilaya)))
            refusals.Add(new Refusal("Digest.PlaceUnknown", "Commune"));
        return refusals.Count == 0 ? address! : throw new RefusedException(refusals);
    }

    private static bool IsIn(Commune commune, int? wilaya) =>
        wilaya is null || wilaya == commune.Wilaya || wilaya == commune.WilayaOf58 || wilaya == commune.WilayaOf48;
}
