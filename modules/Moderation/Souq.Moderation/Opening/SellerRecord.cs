using Marten;
using Souq.Accounts.Contracts;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Modes;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Opening;

/// <summary>How a seller's adverts were judged so far, each revision counted that somebody looked at.</summary>
public sealed record SellerRecord(int Approved, int Refused)
{
    public static readonly SellerRecord None = new(0, 0);

    /// <summary>How far Accounts trusts him.</summary>
    public TrustLevel Trust { get; init; }

    public static async Task<SellerRecord> Of(Guid seller, IQuerySession session, CancellationToken cancellation)
    {
        var batch = session.CreateBatchQuery();
        var approved = batch.Query<Decision>().Where(d => d.SellerId == seller && d.Kind == null && (d.Outcome == Outcome.Approved || d.Outcome == Outcome.Changed) && d.By != RuleActor.Id).Count();
        var trust = batch.Load<SellerTrust>(seller);
        var refused = batch.Query<Decision>().Where(d => d.SellerId == seller && d.Kind == null && (d.Outcome == Outcome.Refused || d.Outcome == Outcome.Removed) && d.OverturnedAt == null).Count();
        await batch.Execute(cancellation);
        return new((int)await approved, (int)await refused) { Trust = (await trust)?.Level ?? TrustLevel.New };
    }
}
