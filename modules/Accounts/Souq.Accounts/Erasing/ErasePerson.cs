using Souq.Accounts.Contracts;
using Souq.Accounts.Judged;
using Souq.Accounts.Tokens;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Erasing;

/// <summary>A person wants to be forgotten.</summary>
public sealed record ErasePerson(Guid PersonId);

public static class ErasePersonHandler
{
    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        ErasePerson command, [WriteModel(nameof(ErasePerson.PersonId))] Membership membership, TimeProvider time)
    {
        if (membership.IsErased) return ([], [], []);
        var now = time.GetUtcNow();
        return (
            [new DataErased(now)],
            [MartenOps.Delete<Person>(command.PersonId), MartenOps.Delete<TakenName>(command.PersonId), MartenOps.DeleteWhere<ApiToken>(t => t.PersonId == command.PersonId)],
            [new PersonErased(command.PersonId, now)]);
    }
}
