using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Listings.Importing.Files;

/// <summary>Sent by the clock: the lines of old files go; the adverts and the sums stay.</summary>
public sealed record TidyImports;

public static class TidyImportsHandler
{
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    public static void Handle(TidyImports _, IDocumentSession session, TimeProvider time) =>
        session.QueueSqlCommand($"delete from {ImportLinesTable.Name} where uploaded_at < ?", time.GetUtcNow() - Memory);
}

/// <summary>A person is gone, and his files with him.</summary>
public static class MerchantErasedHandler
{
    public static void Handle(PersonErased fact, IDocumentSession session)
    {
        session.DeleteWhere<ImportFileName>(name => name.SellerId == fact.PersonId);
        session.Delete<RememberedMap>(fact.PersonId);
        session.QueueSqlCommand($"delete from {ImportLinesTable.Name} where seller_id = ?", fact.PersonId);
    }
}
