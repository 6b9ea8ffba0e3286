using JasperFx.Core;
using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Modes;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Rules;
using Souq.Moderation.Rules.Unseen;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Opening;

/// <summary>An advert waits for a moderator: opens its case, or opens it again for a newer revision. What a rule refuses waits for nobody, nor
/// does what its section lets pass.</summary>
public static class ListingSubmittedHandler
{
    /// <summary>Two deliveries at once: the second finds the case of the first.</summary>
    public static void Configure(HandlerChain chain) => chain.OnException(Clashes.IsTaken)
        .RetryWithCooldown(50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());

    public static async Task<OutgoingMessages> Handle(ListingSubmitted fact, IDocumentSession session, ICatalog catalog, CancellationToken cancellation)
    {
        var id = Case.IdOf(SubjectKinds.Listing, fact.ListingId);
        var stream = await session.Events.FetchForWriting<Case>(id, cancellation);
        var seller = await SellerRecord.Of(fact.SellerId, session, cancellation);
        var rules = await RuleBook.Load(session, cancellation);
        var inHour = await rules.InHour(fact, session, cancellation);
        var modes = await session.LoadAsync<ReviewModes>(ReviewModes.TheId, cancellation) ?? new();
        var noted = await rules.Noted(fact, session, cancellation);
        var news = Decide(stream.Aggregate, fact, seller, catalog.Current, rules, inHour, modes, noted);
        if (news.Count == 0) return [];
        stream.AppendMany(news);
        if (stream.Aggregate is { } before && await session.LoadAsync<CaseSubject>(id, cancellation) is { } said) session.Store(PastWords.Of(said, before.Revision));
        session.Store(CaseSubject.From(fact, id));
        return Told(id, fact, stream.Aggregate, news);
    }

    public static async Task<OutgoingMessages> Handle(ListingsSubmitted facts, IDocumentSession session, ICatalog catalog, CancellationToken cancellation)
    {
        var cases = await session.LoadManyAsync<Case>(cancellation, facts.Listings.Select(f => Case.IdOf(SubjectKinds.Listing, f.ListingId)));
        var known = cases.ToDictionary(c => c.SubjectId);
        var rules = await RuleBook.Load(session, cancellation);
        var modes = await session.LoadAsync<ReviewModes>(ReviewModes.TheId, cancellation) ?? new();
        var said = (await session.LoadManyAsync<CaseSubject>(cancellation, cases.Select(c => c.Id))).ToDictionary(s => s.Id);
        var told = new OutgoingMessages();
        foreach (var ofSeller in facts.Listings.GroupBy(f => f.SellerId))
        {
            var seller = await SellerRecord.Of(ofSeller.Key, session, cancellation);
            // A file is one act, not a flood: what it brings does not count against itself.
            var inHour = await rules.InHour(ofSeller.First(), session, cancellation);
            var noted = await rules.Noted(ofSeller.First(), session, cancellation);
            foreach (var fact in ofSeller)
            {
                var (id, current) = (Case.IdOf(SubjectKinds.Listing, fact.ListingId), known.GetValueOrDefault(fact.ListingId));
                var news = Decide(current, fact, seller, catalog.Current, rules, inHour, modes, noted);
                if (news.Count == 0) continue;
                if (current is null) session.Events.StartStream<Case>(id, news);
                else session.Events.Append(id, current.Version + news.Count, news);
                if (said.GetValueOrDefault(id) is { } before) session.Store(PastWords.Of(before, current!.Revision));
                session.Store(CaseSubject.From(fact, id));
                // Of a file many may be refused for one reason.
                told.AddRange(Told(id, fact, current, news).Select(m => m is TellRefusal refusal ? refusal with { Among = facts.Listings.Count > 1 } : m));
            }
        }

        return told;
    }

    /// <summary>Empty when the case knows this revision or a newer one already.</summary>
    public static IReadOnlyList<object> Decide(
        Case? current, ListingSubmitted fact, SellerRecord seller, CatalogSnapshot catalog, RuleBook rules, int inHour = 1, ReviewModes? modes = null,
        IReadOnlyList<Guid>? noted = null)
    {
        if (current?.Revision >= fact.Revision) return [];
        var hits = rules.Hits(RuleInput.Of(fact, catalog, seller.Approved, inHour, noted));
        var why = Signals.Of(new Evidence(fact, current?.State, seller, catalog.Section(fact.SectionId)));
        var submission = new Submission(
            fact.Revision, fact.Number, fact.SellerId, fact.SectionId, fact.CommuneCode, fact.Price, [.. why.Select(s => s.Code)],
            fact.Flags is { Count: > 0 } flags ? [.. flags.Select(f => f.Number).Distinct()] : null, hits.Count > 0 ? hits : null,
            AdvertLanguage.Of(fact.Title, fact.Description));
        object opened = current is null
            ? new CaseOpened(SubjectKinds.Listing, fact.ListingId, submission, fact.At)
            : new CaseReopened(SubjectKinds.Listing, fact.ListingId, submission, fact.At);
        if (hits is [{ Effect: RuleEffect.Refuse } refusing, ..])
            return [opened, new CaseRefused(fact.Revision, fact.SellerId, RuleActor.Id, RefusalReasons.OrOther(refusing.ReasonCode).Code, refusing.Evidence, fact.At)];
        var mode = (modes ?? new()).For(RuleInput.PathOf(fact.SectionId, catalog));
        if (!Passing.MayPass(mode, current, seller.Trust, seller, why, hits)) return [opened];
        var passed = new CasePassed(fact.Revision, fact.SellerId, fact.At);
        return Passing.IsSampled(mode, Case.IdOf(SubjectKinds.Listing, fact.ListingId), fact.Revision)
            ? [opened, passed, new CaseRaised(SubjectKinds.Listing, fact.ListingId, submission with { Why = [Signals.Sampled] }, fact.At)]
            : [opened, passed];
    }

    /// <summary>As if a moderator had decided.</summary>
    private static OutgoingMessages Told(Guid caseId, ListingSubmitted fact, Case? before, IReadOnlyList<object> news)
    {
        if (news.OfType<CasePassed>().FirstOrDefault() is { } passed)
            return
            [
                new CaseDecided(caseId, SubjectKinds.Listing, fact.ListingId, passed.Revision, Outcome.Approved, null, passed.At, passed.SellerId, Passed: true),
                DecisionMail.Passed(caseId, passed),
            ];
        if (news.OfType<CaseRefused>().FirstOrDefault() is not { } refused) return [];
        return
        [
            new CaseDecided(caseId, SubjectKinds.Listing, fact.ListingId, refused.Revision, Outcome.Refused, refused.ReasonCode, refused.At, refused.SellerId),
            TellRefusal.Of(caseId, refused),
            .. before is null ? [] : ReportMail.Refused(before),
        ];
    }
}
