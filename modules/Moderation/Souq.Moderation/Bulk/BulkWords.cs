using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Texts;

namespace Souq.Moderation.Bulk;

/// <summary>What is said to the sellers of many adverts, as it reads for one of them.</summary>
internal static class BulkWords
{
    public static async Task<BulkDecision> Said(BulkDecision bulk, Case current, IDocumentSession session, CatalogSnapshot catalog, DateTimeOffset now, CancellationToken cancellation)
    {
        if (bulk.Words is not { } words || TextFields.In(words).Count == 0) return bulk;
        var batch = session.CreateBatchQuery();
        var (subject, item) = (batch.Load<CaseSubject>(current.Id), batch.Load<QueueItem>(current.Id));
        await batch.Execute(cancellation);
        var seller = await SellerRecord.Of(current.SellerId, session, cancellation);
        var (known, line) = (await subject, await item);
        var about = new TextCase(
            known?.Title ?? "", known?.Number ?? line?.Number ?? 0, line?.SectionId ?? 0, line?.Price ?? new Price(PriceType.OnRequest, null), "", now, seller.Refused);
        return bulk with { Words = TextFields.FillWords(words, about, catalog, bulk.Language) };
    }
}
