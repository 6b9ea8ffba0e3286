using Marten;

namespace Souq.Listings.Importing.Files;

/// <summary>
/// Adverts that came from a merchant's earlier files or his program, are offered or wait, and are not in this file. What was handed in
/// after it was sent is none of its business.
/// </summary>
internal static class MissingListings
{
    private const string Where = $"""
        where data ->> 'sellerId' = ? and data ->> 'ref' is not null and (data ->> 'startedAt')::timestamptz <= ?
          and (data ->> 'life' = 'Published' or (data ->> 'life' = 'NotYet' and data ->> 'review' = 'Waiting'))
          and not exists (select 1 from {ImportLinesTable.Name} l where l.import_id = ? and l.listing_id = d.id)
        """;

    public static async Task<int> Count(FileImport import, IQuerySession session, CancellationToken cancellation) =>
        (int)(await session.QueryAsync<long>($"select count(*) from listings.mt_doc_listing d {Where}", cancellation, import.SellerId.ToString(), import.UploadedAt.ToUniversalTime(), import.Id))[0];

    public static Task<IReadOnlyList<Listing>> Next(FileImport import, int most, IQuerySession session, CancellationToken cancellation) =>
        session.QueryAsync<Listing>($"select data from listings.mt_doc_listing d {Where} order by d.id limit {most}", cancellation, import.SellerId.ToString(), import.UploadedAt.ToUniversalTime(), import.Id);
}
