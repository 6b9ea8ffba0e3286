using Marten;
using Souq.Accounts.Contracts;
using Souq.Digests.Reporting;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Digests.Subscribing;

/// <summary>
/// Somebody wants a search kept. Who is signed in is told at the address he has confirmed; from anybody else an address is taken, and its mailbox asked
/// first. What he is answered then does not depend on whether the address is known here: the mailbox alone is told.
/// </summary>
/// <param name="PersonId">Who is signed in.</param>
/// <param name="Address">As typed, by somebody who is not.</param>
/// <param name="Search"><c>null</c> when nothing can fit it.</param>
/// <param name="Title">As typed.</param>
/// <param name="Network">See <see cref="RequestLimits.NetworkOf"/>.</param>
public sealed record SaveSearch(
    Guid? PersonId, string? Address, KeptSearch? Search, string? Title, Rhythm Rhythm, int Cap, Language Language, string Network)
{
    // Commands that fail are logged; addresses and words are not.
    public override string ToString() => $"{nameof(SaveSearch)} {Search?.Id}";
}

/// <summary>Whose request it is, and what is known of it.</summary>
/// <param name="Known">The subscription of an earlier request, in any state.</param>
/// <param name="Running">How many searches he keeps, beside the stores he follows and his report.</param>
/// <param name="Quiet">The mailbox has had enough letters for today.</param>
/// <param name="Reached">Up to where searches have looked.</param>
public sealed record Requester(Subscriber Subscriber, DigestSubscription? Known, int Running, bool Quiet, long Reached);

public static class SaveSearchHandler
{
    /// <summary>Searches one subscriber can keep.</summary>
    public const int Most = 60;

    /// <summary>Two buttons of a person who is new here, pressed at once.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<Requester> LoadAsync(
        SaveSearch command, IDocumentSession session, IMailboxes mailboxes, ISearches searches, RequestLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        var address = command.PersonId is { } person ? await mailboxes.Of(person, cancellation) ?? throw new ForbiddenException("The person has no mailbox") : null;
        address = Check(command, address);
        if (command.PersonId is null && !await limits.TakeNetwork(command.Network, cancellation)) throw new RefusedException(RequestLimits.TooMany);
        await Subscriber.Lock(session, address, cancellation);
        var subscriber = await Subscriber.Find(session, address, cancellation) ?? new Subscriber(Guid.CreateVersion7(), address, time.GetUtcNow());
        if (command.PersonId is not null) subscriber = subscriber with { PersonId = command.PersonId };
        var own = await session.Query<DigestSubscription>().Where(s => s.SubscriberId == subscriber.Id).ToListAsync(cancellation);
        var follows = (await SavedSearch.Of(session, subscriber.Id, cancellation)).Where(w => w.SellerId is not null || WeeklyReport.Is(w.SearchId)).Select(w => w.Id).ToHashSet();
        return new Requester(
            subscriber,
            own.FirstOrDefault(s => s.SearchId == command.Search!.Id),
            own.Count(s => s.Status != SubscriptionStatus.Stopped && !follows.Contains(s.Id)),
            command.PersonId is null && !await limits.TakeMailbox(subscriber.Id, cancellation),
            await searches.Reached(cancellation));
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(SaveSearch command, Requester requester, TimeProvider time)
    {
        var (subscriber, known, now) = (requester.Subscriber, requester.Known, time.GetUtcNow());
        if (requester.Quiet) return ([], []);
        if (known is { Status: SubscriptionStatus.Active })
            return command.PersonId is null ? ([], [new TellAlreadySubscribed(known.Id, now)]) : ([MartenOps.Store(subscriber)], []);
        if (requester.Running >= Most && known is not { Status: SubscriptionStatus.Pending })
            // A stranger is not told what the mailbox keeps.
            return command.PersonId is null ? ([], []) : throw new RefusedException("Digest.TooManySearches", null, Most);

        var search = command.Search!;
        var id = known?.Id ?? DigestSubscription.IdOf(subscriber.Id, search.Id);
        var saved = new SearchSaved(subscriber.Id, search.Id, command.Rhythm, command.Cap, command.Language, now);
        var words = new SavedSearch(id, subscriber.Id, search.Id, search.Query, SavedSearch.Clean(command.Title));
        if (command.PersonId is null)
            return ([MartenOps.Store(subscriber), MartenOps.Store(words), new Begin(id, known, saved)], [new AskForConfirmation(id, now)]);
        return Beginning.Confirmed(subscriber, words, known, saved, requester.Reached, now);
    }

    /// <summary>The folded address of a request that makes sense.</summary>
    /// <param name="own">Of who is signed in.</param>
    public static string Check(SaveSearch command, string? own)
    {
        List<Refusal> refusals = [];
        var address = own;
        if (own is null && !EmailAddress.TryFold(command.Address, out address))
            refusals.Add(new Refusal(string.IsNullOrWhiteSpace(command.Address) ? "Digest.AddressMissing" : "Digest.AddressWrong", "Address"));
        if (command.Search is null) refusals.Add(new Refusal("Digest.NothingFits"));
        refusals.AddRange(SavedSearch.Check(command.Title));
        refusals.AddRange(Rhythm.Check(command.Rhythm));
        if (command.Cap is < DigestSubscription.LeastCap or > DigestSubscription.MostCap)
            refusals.Add(new Refusal("Digest.CapWrong", "Cap", DigestSubscription.LeastCap, DigestSubscription.MostCap));
        return refusals.Count == 0 ? address! : throw new RefusedException(refusals);
    }
}

/// <summary>What Listings is told, so that it looks for what somebody wants to hear of, and for nothing else.</summary>
public static class Keeping
{
    public static IEnumerable<object> Of(DigestSubscription subscription, SavedSearch words, DateTimeOffset now) =>
        subscription.Sends && !WeeklyReport.Is(subscription.SearchId) ? [new KeepSearch(new KeptSearch(words.SearchId, words.Query), subscription.Id, now)] : [];

    public static IEnumerable<object> Release(DigestSubscription subscription) =>
        subscription.SearchId is { } search && !WeeklyReport.Is(search) ? [new ReleaseSearch(search, subscription.Id)] : [];
}
