using JasperFx;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Reporting;

/// <summary>Somebody reports a published advert: opens its case, or joins the one that is open.</summary>
/// <param name="Who">The person, or the key of a visitor on this day.</param>
/// <param name="By">The person; <c>null</c> for a visitor.</param>
public sealed record ReportListing(Guid ListingId, Guid Who, Guid? By, string? ReasonCode, string? Words)
{
    // Words about a person do not belong in a log.
    public override string ToString() => $"ReportListing {ListingId}: {ReasonCode}";
}

public static class ReportListingHandler
{
    public const string Known = "Report.Known";

    /// <summary>Two reports at once: the second finds the case of the first, or his own report.</summary>
    public static void Configure(HandlerChain chain) => chain.OnException(IsTaken).RetryTimes(3);

    public static async Task Handle(ReportListing command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var advert = await session.LoadAsync<PublicAdvert>(command.ListingId, cancellation) ?? throw new NotFoundException($"advert {command.ListingId}");
        var report = Of(command, advert, time.GetUtcNow());
        if (await session.LoadAsync<Report>(report.Id, cancellation) is not null) throw new RefusedException(Known);
        var stream = await session.Events.FetchForWriting<Case>(advert.CaseId, cancellation);
        stream.AppendMany(Decide(stream.Aggregate, advert, report));
        session.Insert(report);
        if (await session.LoadAsync<CaseSubject>(advert.CaseId, cancellation) is null) session.Store(CaseSubject.From(advert, advert.CaseId));
    }

    /// <exception cref="RefusedException">It says too little, or too much.</exception>
    /// <exception cref="ForbiddenException">It is his own advert.</exception>
    public static Report Of(ReportListing command, PublicAdvert advert, DateTimeOffset now)
    {
        if (command.By == advert.SellerId) throw new ForbiddenException("An advert of one's own");
        if (ReportReasons.Check(command.ReasonCode, command.Words) is { Count: > 0 } refusals) throw new RefusedException(refusals);
        return new Report
        {
            Id = Report.IdOf(advert.CaseId, command.Who),
            CaseId = advert.CaseId,
            SellerId = advert.SellerId,
            By = command.By,
            ReasonCode = command.ReasonCode!,
            Words = command.Words?.Trim() ?? "",
            At = now,
        };
    }

    public static IReadOnlyList<object> Decide(Case? current, PublicAdvert advert, Report report)
    {
        var reported = new Reported(report.Id, report.By, report.ReasonCode, advert.Revision, report.At);
        if (current?.State == CaseState.Waiting) return [reported];
        // A case never goes back to an older revision: one that was refused since would be submitted anew.
        var submission = new Submission(
            Math.Max(advert.Revision, current?.Revision ?? 0), advert.Number, advert.SellerId, advert.SectionId, advert.CommuneCode, advert.Price,
            [Signals.Reported]);
        return [new CaseRaised(SubjectKinds.Listing, advert.Id, submission, report.At), reported];
    }

    // With archived streams in partitions Marten does not recognise the collision and hands on what PostgreSQL said.
    private static bool IsTaken(Exception exception) => exception switch
    {
        DocumentAlreadyExistsException or ExistingStreamIdCollisionException => true,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => exception.InnerException is { } inner && IsTaken(inner),
    };
}
