using Marten;
using Souq.EventStore;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Rules;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Letters.Gathering;

/// <summary>
/// An advert was refused, and its seller has to hear of it. Where others of his are being decided too, the letter waits for them: what is refused for
/// the same reason goes out as one.
/// </summary>
/// <param name="Among">It was decided with others in one go.</param>
public sealed record TellRefusal(Guid SellerId, Guid CaseId, Guid DecisionId, int Revision, string ReasonCode, bool ByRule, DateTimeOffset At, bool Among = false)
{
    public static TellRefusal Of(Guid caseId, CaseRefused refused) => new(
        refused.SellerId, caseId, Decision.IdOf(caseId, refused.Revision), refused.Revision, refused.ReasonCode, refused.By == RuleActor.Id, refused.At);
}

public static class TellRefusalHandler
{
    /// <summary>How long a letter waits for others.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(3);

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(TellRefusal message, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<ToldRefusal>(message.DecisionId, cancellation) is not null) return [];
        var waits = message.Among || await OthersWait(message, session, cancellation);
        session.Insert(Of(message, waits));
        return waits
            ? [new PostRefusals(message.SellerId, message.ReasonCode, message.ByRule).DelayedFor(Window)]
            : [DecisionMail.Refused(message.SellerId, message.DecisionId)];
    }

    public static ToldRefusal Of(TellRefusal message, bool waits) => new()
    {
        Id = message.DecisionId,
        SellerId = message.SellerId,
        ReasonCode = message.ReasonCode,
        ByRule = message.ByRule,
        At = message.At,
        LetterId = waits ? null : message.DecisionId,
    };

    /// <summary>Something of his is being told already, or somebody may refuse another advert of his soon.</summary>
    private static async Task<bool> OthersWait(TellRefusal message, IDocumentSession session, CancellationToken cancellation)
    {
        var batch = session.CreateBatchQuery();
        var told = batch.Query<ToldRefusal>().Where(t => t.SellerId == message.SellerId && t.LetterId == null).Any();
        var waiting = batch.Query<QueueItem>().Where(i => i.SellerId == message.SellerId && i.SubjectKind == SubjectKinds.Listing && i.Id != message.CaseId).Any();
        await batch.Execute(cancellation);
        return await told || await waiting;
    }
}
