using Marten;
using Souq.Accounts.Contracts;
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

namespace Souq.Moderation.Erasing;

/// <summary>A person is gone: titles of his adverts and what moderators wrote to him go too. That he was judged, and why, stays.</summary>
public static class PersonErasedHandler
{
    public static async Task Handle(PersonErased fact, IModerationStore store, IDocumentSession session, IPhotoDoor photos, CancellationToken cancellation)
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
        session.DeleteWhere<ReportPhoto>(p => p.SellerId == fact.PersonId || p.By == fact.PersonId);
        session.Store(reports.Select(r => r with { Words = "", Photo = null, By = r.By == fact.PersonId ? null : r.By }));
    }
}
