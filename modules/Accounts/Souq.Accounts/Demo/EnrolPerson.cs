using Souq.Accounts.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Accounts.Demo;

/// <summary>Makes a person who is confirmed from the start: one nobody has to write to. Knowing the id already changes nothing.</summary>
public sealed record EnrolPerson(
    Guid PersonId, string Email, string Name, string? Phone, Language Language, string? Role, string PasswordHash,
    DateTimeOffset JoinedAt)
{
    public override string ToString() => $"EnrolPerson {PersonId}";
}

public static class EnrolPersonHandler
{
    public static Task<Person?> LoadAsync(EnrolPerson command, Marten.IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(command.PersonId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(EnrolPerson command, Person? known)
    {
        if (known is not null) return ([], []);
        var at = command.JoinedAt;
        List<object> events = [new PersonRegistered(at), new EmailConfirmed(at)];
        if (command.Phone is not null) events.Add(new PhoneShown(at));
        if (command.Role is not null) events.Add(new RoleGranted(command.Role, null, at));
        var person = new Person
        {
            Id = command.PersonId,
            Email = command.Email,
            NormalizedEmail = Person.Normalize(command.Email),
            Name = command.Name,
            Phone = command.Phone,
            ShowPhone = command.Phone is not null,
            Language = command.Language,
            Roles = command.Role is null ? [] : [command.Role],
            PasswordHash = command.PasswordHash,
            Confirmed = true,
            JoinedAt = at,
        };
        return (
            [MartenOps.Insert(person), MartenOps.StartStream<Membership>(person.Id, [.. events])],
            [new PersonJoined(person.Id, at), .. command.Role is null ? [] : new object[] { new StaffChanged(person.Id, [command.Role], [], at) }]);
    }
}
