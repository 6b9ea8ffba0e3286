using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Souq.Moderation.Appeals;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Modes;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules.Submitters;
using Souq.Moderation.Rules.Unseen;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Undoing;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Erasing;

/// <summary>
/// A person is gone: titles of his adverts and what moderators wrote to him go too. That he was judged, and why, stays; what waits for a judgement
/// has nobody to be judged any more.
/// </summary>
public static class PersonErasedHandler
{
    /// <summary>One of his cases may be decided at the same moment.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(PersonErased fact, IModerationStore store, IDocumentSession session, IPhotoDoor photos, CancellationToken cancellation)
    {
        var cases = await session.Query<Case>().Where(c => c.SellerId == fact.PersonId).Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in cases)
            await store.Advanced.ApplyEventDataMasking(masking => masking.IncludeStream(id), cancellation);
        session.DeleteWhere<CaseSubject>(s => s.SellerId == fact.PersonId);
        var decisions = await session.Query<Decision>().Where(d => d.SellerId == fact.PersonId).ToListAsync(cancellation);
        session.Store(decisions.Select(d => d with { Words = "", Quote = "", Photos = null }));
        foreach (var shown in decisions.Where(d => d.Photos is not null)) await photos.Lend(shown.Id, [], cancellation);
        var appeals = await session.Query<Appeal>().Where(a => a.SellerId == fact.PersonId).ToListAsync(cancellation);
        session.Store(appeals.Select(a => a with { Words = "", Answer = a.Answer is { } answer ? answer with { Words = "" } : null }));
        session.DeleteWhere<ChangeCopy>(c => c.SellerId == fact.PersonId);
        session.DeleteWhere<SanctionWords>(w => w.PersonId == fact.PersonId);
        session.DeleteWhere<ToldRefusal>(t => t.SellerId == fact.PersonId);
        session.DeleteWhere<Intention>(i => i.SellerId == fact.PersonId);
        session.Delete<SellerTrust>(fact.PersonId);
        session.Delete<SubmitterNote>(fact.PersonId);
        session.DeleteWhere<PastWords>(w => w.SellerId == fact.PersonId);
        // What he reported, and what others wrote about him.
        session.DeleteWhere<PublicAdvert>(a => a.SellerId == fact.PersonId);
        session.DeleteWhere<ReportVerdict>(v => v.By == fact.PersonId);
        var reports = await session.Query<Report>().Where(r => r.By == fact.PersonId || r.SellerId == fact.PersonId).ToListAsync(cancellation);
        // A message somebody wrote to him is known by what he called his advert.
        var talks = await session.LoadManyAsync<CaseSubject>(cancellation, reports.Where(r => r.By == fact.PersonId).Select(r => r.CaseId).Distinct());
        session.Store(talks.Where(t => t.Path?.StartsWith("messages/", StringComparison.Ordinal) == true).Select(t => t with { Title = "" }));
        // So is what somebody said of him as a seller.
        var rated = $"people/{fact.PersonId}/ratings";
        session.Store((await session.Query<CaseSubject>().Where(s => s.Path == rated && s.SellerId != fact.PersonId).ToListAsync(cancellation)).Select(s => s with { Title = "" }));
        session.DeleteWhere<ReportPhoto>(p => p.SellerId == fact.PersonId || p.By == fact.PersonId);
        session.Store(reports.Select(r => r with { Words = "", Photo = null, By = r.By == fact.PersonId ? null : r.By }));
        return await Close(fact, session, cancellation);
    }

    private static async Task<OutgoingMessages> Close(PersonErased fact, IDocumentSession session, CancellationToken cancellation)
    {
        var waiting = await session.Query<Case>().Where(c => c.SellerId == fact.PersonId && c.State == CaseState.Waiting).ToListAsync(cancellation);
        foreach (var current in waiting) session.Events.Append(current.Id, current.Version + 1, new CaseClosed(CaseClosed.Erased, fact.At));
        if (await session.LoadAsync<PersonFile>(PersonFile.IdOf(fact.PersonId), cancellation) is { } file && (file.Intent is not null || file.Sanctions.Any(s => s.EndedAt is null || s.Waits)))
            session.Events.Append(file.Id, file.Version + 1, new PersonLeft(fact.At));
        return [.. waiting.SelectMany(ReportMail.Gone)];
    }
}
