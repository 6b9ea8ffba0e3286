using JasperFx.Core;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Listings.Contracts;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Opening;

/// <summary>An advert waits for a moderator: opens its case, or opens it again for a newer revision.</summary>
public static class ListingSubmittedHandler
{
    /// <summary>Two deliveries at once: the second finds the case of the first.</summary>
    public static void Configure(HandlerChain chain) => chain.OnException(IsOpenAlready)
        .RetryWithCooldown(50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());

    public static async Task Handle(ListingSubmitted fact, IDocumentSession session, ICatalog catalog, CancellationToken cancellation)
    {
        var id = Case.IdOf(SubjectKinds.Listing, fact.ListingId);
        var stream = await session.Events.FetchForWriting<Case>(id, cancellation);
        var seller = await SellerRecord.Of(fact.SellerId, session, cancellation);
        if (Decide(stream.Aggregate, fact, seller, catalog.Current.Section(fact.SectionId)) is not { } news) return;
        stream.AppendOne(news);
        session.Store(CaseSubject.From(fact, id));
    }

    public static async Task Handle(ListingsSubmitted facts, IDocumentSession session, ICatalog catalog, CancellationToken cancellation)
    {
        var cases = await session.LoadManyAsync<Case>(cancellation, facts.Listings.Select(f => Case.IdOf(SubjectKinds.Listing, f.ListingId)));
        var known = cases.ToDictionary(c => c.SubjectId);
        foreach (var ofSeller in facts.Listings.GroupBy(f => f.SellerId))
        {
            var seller = await SellerRecord.Of(ofSeller.Key, session, cancellation);
            foreach (var fact in ofSeller) Open(fact, known.GetValueOrDefault(fact.ListingId), seller, session, catalog.Current);
        }
    }

    private static void Open(ListingSubmitted fact, Case? current, SellerRecord seller, IDocumentSession session, CatalogSnapshot catalog)
    {
        if (Decide(current, fact, seller, catalog.Section(fact.SectionId)) is not { } news) return;
        var id = Case.IdOf(SubjectKinds.Listing, fact.ListingId);
        if (current is null) session.Events.StartStream<Case>(id, news);
        else session.Events.Append(id, current.Version + 1, news);
        session.Store(CaseSubject.From(fact, id));
    }

    /// <summary><c>null</c> when the case knows this revision or a newer one already.</summary>
    public static object? Decide(Case? current, ListingSubmitted fact, SellerRecord seller, Section? section)
    {
        if (current?.Revision >= fact.Revision) return null;
        var why = Signals.Of(new Evidence(fact, current?.State, seller, section));
        var submission = new Submission(
            fact.Revision, fact.Number, fact.SellerId, fact.SectionId, fact.CommuneCode, fact.Price, [.. why.Select(s => s.Code)],
            fact.Flags is { Count: > 0 } flags ? [.. flags.Select(f => f.Number).Distinct()] : null);
        return current is null
            ? new CaseOpened(SubjectKinds.Listing, fact.ListingId, submission, fact.At)
            : new CaseReopened(SubjectKinds.Listing, fact.ListingId, submission, fact.At);
    }

    // With archived streams in partitions Marten does not recognise the collision and hands on what PostgreSQL said.
    private static bool IsOpenAlready(Exception exception) => exception is ExistingStreamIdCollisionException
        || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
