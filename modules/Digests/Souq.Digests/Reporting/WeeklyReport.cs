using Marten;
using Souq.Accounts.Contracts;
using Souq.Digests.Subscribing;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Digests.Reporting;

/// <summary>A seller wants to read once a week how his adverts have done.</summary>
public sealed record WantReport(Guid PersonId);

/// <summary>The weekly report: kept, sent, paused and stopped like a search, though no advert is held against it.</summary>
public static class WeeklyReport
{
    public static KeptSearch Search { get; } = new(new Guid("6c1de2f0-58a4-4b5f-9f0e-2f9a7d3b8e41"), "report");

    /// <summary>When the week begins.</summary>
    public static readonly Rhythm Usual = new(Frequency.Weekly, Weekday: DayOfWeek.Sunday);

    public static bool Is(Guid? searchId) => searchId == Search.Id;
}

public static class WantReportHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<(IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        WantReport command, IDocumentSession session, IMailboxes mailboxes, ISearches searches, TimeProvider time, CancellationToken cancellation) =>
        Begin(command.PersonId, again: true, session, mailboxes, searches, time, cancellation);

    /// <summary>Who opens a store gets it; who has stopped it once does not get it again by opening another time.</summary>
    public static Task<(IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        StoreOpened fact, IDocumentSession session, IMailboxes mailboxes, ISearches searches, TimeProvider time, CancellationToken cancellation) =>
        Begin(fact.PersonId, again: false, session, mailboxes, searches, time, cancellation);

    private static async Task<(IEnumerable<IMartenOp>, OutgoingMessages)> Begin(
        Guid person, bool again, IDocumentSession session, IMailboxes mailboxes, ISearches searches, TimeProvider time, CancellationToken cancellation)
    {
        if (await OwnRequest.Of(person, WeeklyReport.Search, session, mailboxes, time, cancellation) is not { } request) return ([], []);
        if (request.IsActive || (request.Known is not null && !again)) return ([], []);
        return request.Begin(WeeklyReport.Usual, request.Words(null), await searches.Reached(cancellation), time.GetUtcNow());
    }
}
