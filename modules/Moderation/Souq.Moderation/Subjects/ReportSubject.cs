using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Reporting.Weighing;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Subjects;

/// <summary>Somebody reports what is no advert: opens its case, or joins the one that is open.</summary>
/// <param name="Who">The person, or the key of a visitor on this day.</param>
/// <param name="By">The person; <c>null</c> for a visitor.</param>
/// <param name="Network">Where he is, as a keyed hash of this day.</param>
/// <param name="WithPhoto">The photo that waits for it goes along.</param>
public sealed record ReportSubject(ReportSlot About, Guid Who, Guid? By, string? ReasonCode, string? Words, Guid? Network = null, bool WithPhoto = false)
{
    public Guid CaseId => Case.IdOf(About.Kind, About.SubjectId);

    // Words about a person do not belong in a log.
    public override string ToString() => $"ReportSubject {About.Kind} {About.SubjectId}: {ReasonCode}";
}

public static class ReportSubjectHandler
{
    /// <summary>Two reports at once: the second finds the case of the first, or his own report.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(ReportSubject command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var report = ReportListingHandler.Of(command.CaseId, command.About.OwnerId, command.Who, command.By, command.ReasonCode, command.Words, command.About.Kind, time.GetUtcNow());
        if (await session.LoadAsync<Report>(report.Id, cancellation) is not null) throw new RefusedException(ReportListingHandler.Known);
        var stream = await session.Events.FetchForWriting<Case>(command.CaseId, cancellation);
        var section = command.About.ListingId is { } listing && await session.LoadAsync<PublicAdvert>(listing, cancellation) is { } advert ? advert.SectionId : 0;
        var (standing, trace) = await ReportListingHandler.Look(command.By, command.Network, report, session, cancellation);
        var lately = await ReportTrace.Lately(report.CaseId, report.SellerId, report.At, session, cancellation);
        var policy = await session.LoadAsync<HidingPolicy>(HidingPolicy.TheId, cancellation) ?? new();
        var news = Decide(stream.Aggregate, command.About, section, report, standing, trace, lately, policy);
        stream.AppendMany(news);
        session.Insert(await ReportPhoto.Join(report, command.WithPhoto, session, cancellation));
        session.Store(trace);
        ReportTrace.Forget(report.At, session);
        ReportPhoto.Forget(report.At, session);
        session.Store(CaseSubject.From(command.About, command.CaseId));
        return news.OfType<CaseHidden>().FirstOrDefault() is { } hidden ? [.. HideReported.Told(command.CaseId, command.About.Kind, command.About.SubjectId, hidden)] : [];
    }

    /// <param name="section">Of the advert it is about; 0 where there is none, and then it is for moderators of the whole market.</param>
    /// <param name="lately">Other reports of the last day about it or its owner.</param>
    public static IReadOnlyList<object> Decide(
        Case? current, ReportSlot about, int section, Report report, ReporterStanding standing, ReportTrace trace, IReadOnlyList<ReportTrace> lately, HidingPolicy? policy = null)
    {
        var raised = current?.State == CaseState.Waiting ? null : Raise(current, about.Kind, about.SubjectId, about.OwnerId, section, Signals.Reported, report.At);
        var reported = new Reported(report.Id, report.By, report.ReasonCode, raised?.Submission.Revision ?? current!.Revision, report.At, standing);
        IReadOnlyList<object> happened = raised is null ? [reported] : [raised, reported];
        var (all, then) = ReportListingHandler.WithBrigade(current, happened, trace, lately, report.At);
        // A message has two readers, who have read it: there is nothing to hide it from.
        return about.Kind != Reportable.Message && HideReported.Decide(then, policy ?? new(), [.. lately, trace], report.At) is { } hidden ? [.. all, hidden] : all;
    }

    /// <summary>Each time it is looked at anew is a revision of its own: what was decided once can be decided again.</summary>
    public static CaseRaised Raise(Case? current, string kind, Guid subjectId, Guid owner, int section, string why, DateTimeOffset now) => new(
        kind, subjectId,
        new Submission((current?.Revision ?? 0) + 1, SubjectNumber.Of(subjectId), owner, section, 0, new Price(PriceType.OnRequest, null), [why]), now);
}
