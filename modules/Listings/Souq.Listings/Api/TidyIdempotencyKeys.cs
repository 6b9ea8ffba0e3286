using Marten;

namespace Souq.Listings.Api;

/// <summary>Sent by the clock: keys that are forgotten leave the table.</summary>
public sealed record TidyIdempotencyKeys;

public static class TidyIdempotencyKeysHandler
{
    public static void Handle(TidyIdempotencyKeys _, IDocumentSession session, TimeProvider time) => session.QueueSqlCommand(
        $"delete from {IdempotencyTable.Name} where created_at < ?", time.GetUtcNow() - IdempotencyKeys.Memory);
}
