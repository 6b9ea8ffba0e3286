using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Security;
using Wolverine;

namespace Souq.Accounts.Staff;

/// <summary>An admin says what a person may do for the market. It holds at that person's next request.</summary>
/// <param name="Roles">All that he has from now on.</param>
/// <param name="Sections">Those he moderates; all of the market where there are none.</param>
public sealed record SetStaff(Guid PersonId, IReadOnlyList<string> Roles, IReadOnlyList<int> Sections, Guid ById);

public static class SetStaffHandler
{
    public static async Task<OutgoingMessages> Handle(SetStaff command, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        await session.HoldStaff(cancellation);
        var person = await session.LoadAsync<Person>(command.PersonId, cancellation);
        var stream = await session.Events.FetchForWriting<Membership>(command.PersonId, cancellation);
        if (person is not { Confirmed: true } || stream.Aggregate is not { IsErased: false } membership) throw new NotFoundException($"person {command.PersonId}");
        var now = time.GetUtcNow();
        var news = Decide(membership, command, await session.Admins(cancellation), catalog.Current, now);
        if (news.Count == 0) return [];
        stream.AppendMany(news);
        var then = news.Aggregate(membership, StaffBook.After);
        person.Roles = [.. then.Roles];
        session.Store(person);
        return [StaffBook.Told(then, now)];
    }

    /// <param name="admins">How many there are.</param>
    /// <returns>What changes, each with its author; nothing when all is so already.</returns>
    /// <exception cref="RefusedException">There is no such role or section, or the market would be left without an admin.</exception>
    public static IReadOnlyList<object> Decide(Membership member, SetStaff command, int admins, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (command.Roles.Except(Principal.StaffRoles).Any()) throw new RefusedException("Roles.Unknown", "roles");
        if (command.Sections.Any(s => catalog.Section(s) is null)) throw new RefusedException("Sections.Unknown", "sections");
        var had = member.Roles.Intersect(Principal.StaffRoles).ToList();
        if (had.Contains(Principal.Admin) && !command.Roles.Contains(Principal.Admin) && admins < 2) throw new RefusedException("Roles.LastAdmin", "roles");
        // Who is no moderator has no sections: with the role they would come back unseen.
        IReadOnlyList<int> sections = command.Roles.Contains(Principal.Moderator) ? [.. command.Sections.Distinct().Order()] : [];
        return
        [
            .. command.Roles.Except(had).Select(role => new RoleGranted(role, command.ById, now)),
            .. had.Except(command.Roles).Select(role => new RoleWithdrawn(role, command.ById, now)),
            .. sections.SequenceEqual(member.Sections) ? [] : new object[] { new SectionsEntrusted(sections, command.ById, now) },
        ];
    }
}
