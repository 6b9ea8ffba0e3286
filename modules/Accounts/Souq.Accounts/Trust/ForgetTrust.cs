using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Accounts.Trust;

/// <summary>A person is gone: what he did and with whom is nobody's business any more.</summary>
public static class ForgetTrustHandler
{
    public static async Task Handle(PersonErased fact, IDocumentSession session, CancellationToken cancellation)
    {
        await session.Hold(fact.PersonId, cancellation);
        session.Delete<Standing>(fact.PersonId);
        session.DeleteWhere<AdvertRecord>(r => r.PersonId == fact.PersonId);
        session.DeleteWhere<AnsweredTalk>(t => t.PersonId == fact.PersonId);
        session.DeleteWhere<SubjectRecord>(r => r.PersonId == fact.PersonId);
        session.DeleteWhere<UpheldReport>(r => r.PersonId == fact.PersonId);
    }
}
