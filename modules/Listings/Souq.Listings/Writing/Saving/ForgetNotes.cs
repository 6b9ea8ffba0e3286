using Marten;
using Souq.Accounts.Contracts;
using Souq.Listings.Contracts;

namespace Souq.Listings.Writing.Saving;

/// <summary>An advert is over for good: nobody writes on it any more. One that has only expired may come back, with what was being typed.</summary>
public static class NotesOfEndedHandler
{
    public static void Handle(ListingEnded fact, IDocumentSession session) => Forget([fact], session);

    public static void Handle(ListingsEnded facts, IDocumentSession session) => Forget(facts.Listings, session);

    private static void Forget(IReadOnlyList<ListingEnded> facts, IDocumentSession session)
    {
        var over = facts.Where(f => f.How != ListingEnd.Expired).Select(f => f.ListingId).ToArray();
        if (over.Length > 0) session.DeleteWhere<DraftNote>(n => n.ListingId.IsOneOf(over));
    }
}

/// <summary>A person is gone, and what he was typing with him.</summary>
public static class WriterErasedHandler
{
    public static void Handle(PersonErased fact, IDocumentSession session) =>
        session.DeleteWhere<DraftNote>(n => n.SellerId == fact.PersonId);
}
