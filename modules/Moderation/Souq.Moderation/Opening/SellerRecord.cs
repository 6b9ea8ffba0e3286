using Marten;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;

namespace Souq.Moderation.Opening;

/// <summary>How a seller's adverts were judged so far, each revision counted.</summary>
public sealed record SellerRecord(int Approved, int Refused)
{
    public static readonly SellerRecord None = new(0, 0);

    public static async Task<SellerRecord> Of(Guid seller, IQuerySession session, CancellationToken cancellation)
    {
        var batch = session.CreateBatchQuery();
        var approved = batch.Query<Decision>().Where(d => d.SellerId == seller && d.Outcome == Outcome.Approved).Count();
        var refused = batch.Query<Decision>().Where(d => d.SellerId == seller && d.Outcome != Outcome.Approved && d.OverturnedAt == null).Count();
        await batch.Execute(cancellation);
        return new((int)await approved, (int)await refused);
    }
}
