using Marten;
using Souq.Accounts.Staff;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Roles;

/// <summary>Gives a person a role; sessions opened before end, so that it holds at once.</summary>
/// <param name="ActorId">Who grants it; <c>null</c> for the operator at the command line.</param>
public sealed record GrantRole(Guid PersonId, string Role, Guid? ActorId);

public static class GrantRoleHandler
{
    public static Task<Person?> LoadAsync(GrantRole command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(command.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        GrantRole command, [WriteModel(nameof(GrantRole.PersonId))] Membership membership, Person? person, TimeProvider time)
    {
        if (person is null) throw new NotFoundException($"person {command.PersonId}");
        if (membership.Roles.Contains(command.Role)) return ([], [], []);
        var granted = new RoleGranted(command.Role, command.ActorId, time.GetUtcNow());
        person.Roles = [.. person.Roles.Union([command.Role])];
        person.SecurityStamp = Person.NewStamp();
        return ([granted], [MartenOps.Store(person)], [StaffBook.Told(membership.Apply(granted), granted.At)]);
    }
}
