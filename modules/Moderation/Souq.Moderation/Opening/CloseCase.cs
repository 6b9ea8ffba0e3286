using Marten;
using Souq.Listings.Contracts;
using Souq.Moderation.Reporting;
using Wolverine;

namespace Souq.Moderation.Opening;

/// <summary>The seller took his advert back, or its time ran out: nobody needs to look any more.</summary>
public static class ListingEndedHandler
{
    public static async Task<OutgoingMessages> Handle(ListingEnded fact, IDocumentSession session, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(Case.IdOf(SubjectKinds.Listing, fact.ListingId), cancellation);
        if (Decide(stream.Aggregate, fact) is not { } closed) return [];
        stream.AppendOne(closed);
        return [.. ReportMail.Gone(stream.Aggregate!)];
    }

    public static async Task<OutgoingMessages> Handle(ListingsEnded facts, IDocumentSession session, CancellationToken cancellation)
    {
        var cases = await session.LoadManyAsync<Case>(cancellation, facts.Listings.Select(f => Case.IdOf(SubjectKinds.Listing, f.ListingId)));
        var known = cases.ToDictionary(c => c.SubjectId);
        var letters = new OutgoingMessages();
        foreach (var fact in facts.Listings)
        {
            if (known.GetValueOrDefault(fact.ListingId) is not { } current || Decide(current, fact) is not { } closed) continue;
            session.Events.Append(current.Id, current.Version + 1, closed);
            letters.AddRange(ReportMail.Gone(current));
        }

        return letters;
    }

    /// <summary>
    /// <c>null</c> when nothing waits, or when the advert was submitted anew after that end. What is hidden waits for its moderator whatever the seller
    /// does meanwhile: he may bring it back.
    /// </summary>
    public static CaseClosed? Decide(Case? current, ListingEnded fact) =>
        current is { State: CaseState.Waiting, Hidden: null } && fact.How != ListingEnd.Hidden && current.SubmittedAt <= fact.At ? new CaseClosed(fact.How.ToString(), fact.At) : null;
}
