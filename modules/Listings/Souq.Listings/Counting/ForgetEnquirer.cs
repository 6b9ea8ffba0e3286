using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Listings.Counting;

/// <summary>A person is gone: that he wrote to sellers is forgotten.</summary>
public static class EnquirerErasedHandler
{
    public static void Handle(PersonErased fact, IDocumentSession session) =>
        session.QueueSqlCommand($"delete from {EnquiriesTable.Name} where person = ?", fact.PersonId);
}
