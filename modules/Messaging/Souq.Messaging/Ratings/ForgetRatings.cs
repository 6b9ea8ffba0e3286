using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Messaging.Ratings;

/// <summary>A person is gone: what he said of others goes with him, and what they said of him. The stars stay, and say nothing of either.</summary>
public static class ForgetRatingsHandler
{
    public static void Handle(PersonErased fact, IDocumentSession session) =>
        session.DeleteWhere<RatingWords>(w => w.AuthorId == fact.PersonId || w.PersonId == fact.PersonId);
}
