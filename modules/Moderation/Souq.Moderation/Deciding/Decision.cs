using System.Globalization;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Deciding;

/// <summary>One decision, as letters, the seller's notice and the counts of the day need it.</summary>
public sealed record Decision
{
    private static readonly Guid Space = new("b7c2fe05-52c3-4d0b-8f0f-7a8b3b1f4c92");

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public int Revision { get; init; }
    public Guid SellerId { get; init; }
    public Guid By { get; init; }
    public Outcome Outcome { get; init; }
    public string? ReasonCode { get; init; }
    public string Words { get; init; } = "";
    /// <summary>What in the advert speaks for it; may be empty.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Of the advert, those that speak for it.</summary>
    public IReadOnlyList<string>? Photos { get; init; }

    /// <summary>Of the subject; <c>null</c> for an advert.</summary>
    public string? Kind { get; init; }

    /// <summary>Of what was removed in parts.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Since when it counts no longer; it speaks against the rule and not against the seller.</summary>
    public DateTimeOffset? OverturnedAt { get; init; }

    public static Guid IdOf(Guid caseId, int revision) => DeterministicGuid.Create(Space, $"{caseId:N}:{revision}");

    /// <param name="removal">How often the subject was removed by then.</param>
    public static Guid IdOfRemoval(Guid caseId, int removal = 1) =>
        DeterministicGuid.Create(Space, removal == 1 ? $"{caseId:N}:removed" : string.Create(CultureInfo.InvariantCulture, $"{caseId:N}:removed:{removal}"));

    /// <param name="change">How often the subject was changed by then.</param>
    public static Guid IdOfChange(Guid caseId, int change) =>
        DeterministicGuid.Create(Space, string.Create(CultureInfo.InvariantCulture, $"{caseId:N}:changed:{change}"));

    /// <summary>The decision an appeal of this case is about; <c>null</c> when there is none against the seller.</summary>
    public static Guid? IdOfRuling(Case current) => current.Ruling is not { } ruling ? null
        : current.IsSanction() ? current.SubjectId
        : ruling.Outcome switch
        {
            Outcome.Removed => IdOfRemoval(current.Id, current.Removals),
            Outcome.Changed => IdOfChange(current.Id, current.Changes),
            _ => IdOf(current.Id, ruling.Revision),
        };

    /// <summary>That a case was answered with a decision about the person alone.</summary>
    public static Guid IdOfActing(Guid caseId, Guid sanctionId) => DeterministicGuid.Create(Space, $"{caseId:N}:acted:{sanctionId:N}");

    /// <summary>The same revision may be reported, and kept, more than once.</summary>
    /// <param name="version">Of the case, with the event that kept it.</param>
    public static Guid IdOfKeeping(Guid caseId, long version) => DeterministicGuid.Create(Space, $"{caseId:N}:kept:{version}");
}

/// <summary>Writes a <see cref="Decision"/> with the event that made it.</summary>
public sealed partial class DecisionProjection : EventProjection
{
    public static Decision Create(IEvent<CaseApproved> e) => Of(e, Decision.IdOf(e.StreamId, e.Data.Revision), e.Data.Revision, e.Data.SellerId, e.Data.By, Outcome.Approved, e.Data.At);

    public static Decision Create(IEvent<CasePassed> e) => Of(e, Decision.IdOf(e.StreamId, e.Data.Revision), e.Data.Revision, e.Data.SellerId, RuleActor.Id, Outcome.Approved, e.Data.At);

    public static Decision Create(IEvent<CaseRefused> e) =>
        Of(e, Decision.IdOf(e.StreamId, e.Data.Revision), e.Data.Revision, e.Data.SellerId, e.Data.By, Outcome.Refused, e.Data.At) with
        {
            ReasonCode = e.Data.ReasonCode,
            Words = e.Data.Words,
            Quote = e.Data.Quote,
            Photos = e.Data.Photos,
        };

    public static Decision Create(IEvent<CaseReturned> e) =>
        Of(e, Decision.IdOf(e.StreamId, e.Data.Revision), e.Data.Revision, e.Data.SellerId, e.Data.By, Outcome.Returned, e.Data.At) with
        {
            ReasonCode = e.Data.ReasonCode,
            Words = e.Data.Words,
            Quote = e.Data.Quote,
            Photos = e.Data.Photos,
            Kind = e.Data.Kind,
        };

    public static Decision Create(IEvent<CaseChanged> e) =>
        Of(e, Decision.IdOfChange(e.StreamId, e.Data.Change), e.Data.Revision, e.Data.SellerId, e.Data.By, Outcome.Changed, e.Data.At) with { Words = e.Data.Words };

    public static Decision Create(IEvent<CaseKept> e) =>
        Of(e, Decision.IdOfKeeping(e.StreamId, e.Version), e.Data.Revision, e.Data.SellerId, e.Data.By, Outcome.Approved, e.Data.At) with { Kind = e.Data.Kind };

    public static Decision Create(IEvent<CaseRemoved> e) =>
        Of(e, Decision.IdOfRemoval(e.StreamId, e.Data.Removal), e.Data.Revision, e.Data.SellerId, e.Data.By, Outcome.Removed, e.Data.At) with
        {
            ReasonCode = e.Data.ReasonCode,
            Words = e.Data.Words,
            Quote = e.Data.Quote,
            Photos = e.Data.Photos,
            Kind = e.Data.Kind,
            Parts = e.Data.Parts,
        };

    private static Decision Of(IEvent e, Guid id, int revision, Guid seller, Guid by, Outcome outcome, DateTimeOffset at) => new()
    {
        Id = id,
        CaseId = e.StreamId,
        Revision = revision,
        SellerId = seller,
        By = by,
        Outcome = outcome,
        At = at,
    };

    // As a statement: what a rebuild wrote a moment ago in the same page can be changed, and not yet be loaded.
    public static void Project(IEvent<DecisionOverturned> overturned, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update moderation.mt_doc_decision set data = data || jsonb_build_object('overturnedAt', ?::jsonb) where id = ?",
        operations.DocumentStore.Options.Serializer().ToJson(overturned.Data.At), overturned.Data.DecisionId);
}
