using Marten;
using Souq.Moderation.Contracts;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Sanctions;

/// <summary>Moderation decided something about a person: who is shut out has no session any more, from his next act on.</summary>
public static class PersonSanctionedHandler
{
    public static Task<Person?> LoadAsync(PersonSanctioned fact, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(fact.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>) Handle(
        PersonSanctioned fact, [WriteModel(nameof(PersonSanctioned.PersonId))] Membership? membership, Person? person)
    {
        if (membership is null or { IsErased: true } || membership.SanctionsOver.Contains(fact.SanctionId) || membership.Sanctions.Any(s => s.Id == fact.SanctionId))
            return ([], []);
        var begun = new SanctionBegun(fact.SanctionId, fact.Kind, fact.Acts, fact.Until, fact.At);
        if (person is null || !fact.ShutsOut) return ([begun], []);
        person.ShutUntil = membership.Apply(begun).ShutUntil();
        person.SecurityStamp = Person.NewStamp();
        return ([begun], [MartenOps.Store(person)]);
    }
}

/// <summary>It has ended: he may come back.</summary>
public static class SanctionEndedHandler
{
    public static Task<Person?> LoadAsync(SanctionEnded fact, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(fact.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>) Handle(
        SanctionEnded fact, [WriteModel(nameof(SanctionEnded.PersonId))] Membership? membership, Person? person)
    {
        if (membership is null or { IsErased: true } || membership.SanctionsOver.Contains(fact.SanctionId)) return ([], []);
        var over = new SanctionOver(fact.SanctionId, fact.At);
        if (person is null || membership.Apply(over).ShutUntil() is var until && until == person.ShutUntil) return ([over], []);
        person.ShutUntil = until;
        return ([over], [MartenOps.Store(person)]);
    }
}
