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
        : ruling.Outcome switch
        {
            Outcome.Removed => IdOfRemoval(current.Id, current.Removals),
            Outcome.Changed => IdOfChange(current.Id, current.Changes),
            _ => IdOf(current.Id, ruling.Revision),
        };

    /// <summary>The same revision may be reported, and kept, more than once.</summary>
    /// <param name="version">Of the case, with the event that kept it.</param>
    public static Guid IdOfKeeping(Guid caseId, long version) => DeterministicGuid.Create(Space, $"{caseId:N}:kept:{version}");
}

/// <summary>Writes a <see cref="Decision"/> with the event that made it.</summary>
public sealed partial class DecisionProjection : EventProjection
{
    public static Decision Create(IEvent<CaseApproved> approved) => new()
    {
        Id = Decision.IdOf(approved.StreamId, approved.Data.Revision),
        CaseId = approved.StreamId,
        Revision = approved.Data.Revision,
        SellerId = approved.Data.SellerId,
        By = approved.Data.By,
        Outcome = Outcome.Approved,
        At = approved.Data.At,
    };

    public static Decision Create(IEvent<CasePassed> passed) => new()
    {
        Id = Decision.IdOf(passed.StreamId, passed.Data.Revision),
        CaseId = passed.StreamId,
        Revision = passed.Data.Revision,
        SellerId = passed.Data.SellerId,
        By = RuleActor.Id,
        Outcome = Outcome.Approved,
        At = passed.Data.At,
    };

    public static Decision Create(IEvent<CaseRefused> refused) => new()
    {
        Id = Decision.IdOf(refused.StreamId, refused.Data.Revision),
        CaseId = refused.StreamId,
        Revision = refused.Data.Revision,
        SellerId = refused.Data.SellerId,
        By = refused.Data.By,
        Outcome = Outcome.Refused,
        ReasonCode = refused.Data.ReasonCode,
        Words = refused.Data.Words,
        Quote = refused.Data.Quote,
        At = refused.Data.At,
    };

    public static Decision Create(IEvent<CaseReturned> returned) => new()
    {
        Id = Decision.IdOf(returned.StreamId, returned.Data.Revision),
        CaseId = returned.StreamId,
        Revision = returned.Data.Revision,
        SellerId = returned.Data.SellerId,
        By = returned.Data.By,
        Outcome = Outcome.Returned,
        ReasonCode = returned.Data.ReasonCode,
        Words = returned.Data.Words,
        Quote = returned.Data.Quote,
        At = returned.Data.At,
    };

    public static Decision Create(IEvent<CaseChanged> changed) => new()
    {
        Id = Decision.IdOfChange(changed.StreamId, changed.Data.Change),
        CaseId = changed.StreamId,
        Revision = changed.Data.Revision,
        SellerId = changed.Data.SellerId,
        By = changed.Data.By,
        Outcome = Outcome.Changed,
        Words = changed.Data.Words,
        At = changed.Data.At,
    };

    public static Decision Create(IEvent<CaseKept> kept) => new()
    {
        Id = Decision.IdOfKeeping(kept.StreamId, kept.Version),
        CaseId = kept.StreamId,
        Revision = kept.Data.Revision,
        SellerId = kept.Data.SellerId,
        By = kept.Data.By,
        Outcome = Outcome.Approved,
        At = kept.Data.At,
    };

    public static Decision Create(IEvent<CaseRemoved> removed) => new()
    {
        Id = Decision.IdOfRemoval(removed.StreamId, removed.Data.Removal),
        CaseId = removed.StreamId,
        Revision = removed.Data.Revision,
        SellerId = removed.Data.SellerId,
        By = removed.Data.By,
        Outcome = Outcome.Removed,
        ReasonCode = removed.Data.ReasonCode,
        Words = removed.Data.Words,
        Quote = removed.Data.Quote,
        At = removed.Data.At,
    };

    // As a statement: what a rebuild wrote a moment ago in the same page can be changed, and not yet be loaded.
    public static void Project(IEvent<DecisionOverturned> overturned, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update moderation.mt_doc_decision set data = data || jsonb_build_object('overturnedAt', ?::jsonb) where id = ?",
        operations.DocumentStore.Options.Serializer().ToJson(overturned.Data.At), overturned.Data.DecisionId);
}
