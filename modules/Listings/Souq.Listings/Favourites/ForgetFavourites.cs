using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Listings.Favourites;

/// <summary>A person is gone: what he liked is forgotten.</summary>
public static class AdmirerErasedHandler
{
    public static void Handle(PersonErased fact, IDocumentSession session) =>
        session.QueueSqlCommand($"delete from {FavouritesTable.Name} where person = ?", fact.PersonId);
}
