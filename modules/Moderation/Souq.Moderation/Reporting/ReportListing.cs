using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Modes;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Reporting.Weighing;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Reporting;

/// <summary>Somebody reports a published advert: opens its case, or joins the one that is open.</summary>
/// <param name="Who">The person, or the key of a visitor on this day.</param>
/// <param name="By">The person; <c>null</c> for a visitor.</param>
/// <param name="Network">Where he is, as a keyed hash of this day.</param>
/// <param name="WithPhoto">The photo that waits for it goes along.</param>
public sealed record ReportListing(Guid ListingId, Guid Who, Guid? By, string? ReasonCode, string? Words, Guid? Network = null, bool WithPhoto = false)
{
    // Words about a person do not belong in a log.
    public override string ToString() => $"ReportListing {ListingId}: {ReasonCode}";
}

public static class ReportListingHandler
{
    public const string Known = "Report.Known";

    /// <summary>Two reports at once: the second finds the case of the first, or his own report.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(ReportListing command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var advert = await session.LoadAsync<PublicAdvert>(command.ListingId, cancellation) ?? throw new NotFoundException($"advert {command.ListingId}");
        var report = Of(command, advert, time.GetUtcNow());
        if (await session.LoadAsync<Report>(report.Id, cancellation) is not null) throw new RefusedException(Known);
        var stream = await session.Events.FetchForWriting<Case>(advert.CaseId, cancellation);
        var (standing, trace) = await Look(command.By, command.Network, report, session, cancellation);
        var lately = await ReportTrace.Lately(advert.CaseId, advert.SellerId, report.At, session, cancellation);
        var policy = await session.LoadAsync<HidingPolicy>(HidingPolicy.TheId, cancellation) ?? new();
        var news = Decide(stream.Aggregate, advert, report, standing, trace, lately, policy);
        stream.AppendMany(news);
        session.Insert(await ReportPhoto.Join(report, command.WithPhoto, session, cancellation));
        session.Store(trace);
        ReportTrace.Forget(report.At, session);
        ReportPhoto.Forget(report.At, session);
        if (await session.LoadAsync<CaseSubject>(advert.CaseId, cancellation) is null) session.Store(CaseSubject.From(advert, advert.CaseId));
        return news.OfType<CaseHidden>().FirstOrDefault() is { } hidden ? [.. HideReported.Told(advert.CaseId, SubjectKinds.Listing, advert.Id, hidden)] : [];
    }

    /// <summary>What is known of who reports.</summary>
    public static async Task<(ReporterStanding, ReportTrace)> Look(Guid? who, Guid? network, Report report, IDocumentSession session, CancellationToken cancellation)
    {
        var standing = who is { } by ? await ReportVerdict.StandingOf(by, session, cancellation) : ReporterStanding.Visitor;
        var isNew = standing <= ReporterStanding.Newcomer
            && (who is not { } person || await session.LoadAsync<SellerTrust>(person, cancellation) is null or { Level: TrustLevel.New });
        return (standing, new ReportTrace { Id = report.Id, CaseId = report.CaseId, SellerId = report.SellerId, Network = network, IsNew = isNew, At = report.At });
    }

    /// <exception cref="RefusedException">It says too little, or too much.</exception>
    /// <exception cref="ForbiddenException">It is his own advert.</exception>
    public static Report Of(ReportListing command, PublicAdvert advert, DateTimeOffset now) =>
        Of(advert.CaseId, advert.SellerId, command.Who, command.By, command.ReasonCode, command.Words, null, now);

    /// <inheritdoc cref="Of(ReportListing, PublicAdvert, DateTimeOffset)"/>
    /// <param name="kind">Of the subject; <c>null</c> for an advert.</param>
    public static Report Of(Guid caseId, Guid owner, Guid who, Guid? by, string? reason, string? words, string? kind, DateTimeOffset now)
    {
        if (by == owner) throw new ForbiddenException("Something of one's own");
        if (ReportReasons.Check(reason, words, kind) is { Count: > 0 } refusals) throw new RefusedException(refusals);
        return new Report
        {
            Id = Report.IdOf(caseId, who),
            CaseId = caseId,
            SellerId = owner,
            By = by,
            ReasonCode = reason!,
            Words = words?.Trim() ?? "",
            At = now,
        };
    }

    /// <summary>That it was reported, and what this makes of the case: a warning, or that the advert is out of sight.</summary>
    /// <param name="lately">Other reports of the last day about this advert or its seller.</param>
    public static IReadOnlyList<object> Decide(
        Case? current, PublicAdvert advert, Report report, ReporterStanding standing, ReportTrace trace, IReadOnlyList<ReportTrace> lately, HidingPolicy policy)
    {
        var (happened, then) = WithBrigade(current, Decide(current, advert, report, standing), trace, lately, report.At);
        return HideReported.Decide(then, policy, [.. lately, trace], report.At) is { } hidden ? [.. happened, hidden] : happened;
    }

    /// <summary>What a report makes happen, with the warning where it looks arranged; and the case by then.</summary>
    public static (IReadOnlyList<object> Happened, Case Then) WithBrigade(
        Case? current, IReadOnlyList<object> happened, ReportTrace trace, IReadOnlyList<ReportTrace> lately, DateTimeOffset now)
    {
        var then = happened.Aggregate(current, (c, e) => e is CaseRaised raised ? c?.Apply(raised) ?? Case.Create(raised) : c!.Apply((Reported)e))!;
        var brigade = Brigading.Of(trace, lately);
        if (brigade.Signs.Count == 0) return (happened, then);
        var suspected = new BrigadeSuspected(brigade.Signs, [.. then.Reports.Where(r => !r.InBrigade && brigade.Reports.Contains(r.Id)).Select(r => r.Id)], now);
        return ([.. happened, suspected], then.Apply(suspected));
    }

    public static IReadOnlyList<object> Decide(Case? current, PublicAdvert advert, Report report, ReporterStanding standing = ReporterStanding.Visitor)
    {
        var reported = new Reported(report.Id, report.By, report.ReasonCode, advert.Revision, report.At, standing);
        if (current?.State == CaseState.Waiting) return [reported];
        // A case never goes back to an older revision: one that was refused since would be submitted anew.
        var submission = new Submission(
            Math.Max(advert.Revision, current?.Revision ?? 0), advert.Number, advert.SellerId, advert.SectionId, advert.CommuneCode, advert.Price,
            [Signals.Reported], Language: AdvertLanguage.Of(advert.Title));
        return [new CaseRaised(SubjectKinds.Listing, advert.Id, submission, report.At), reported];
    }
}
