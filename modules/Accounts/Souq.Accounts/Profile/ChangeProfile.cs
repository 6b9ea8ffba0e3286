using Marten;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Profile;

/// <summary>A person describes himself anew; everything is given, also what stays.</summary>
/// <param name="Phone">E.164, or <c>null</c> for none.</param>
/// <param name="ShowPhone">Without a phone it means nothing.</param>
public sealed record ChangeProfile(Guid PersonId, string Name, string? Phone, bool ShowPhone, Language Language)
{
    public override string ToString() => $"ChangeProfile {PersonId}";
}

public static class ChangeProfileHandler
{
    public static Task<Person?> LoadAsync(ChangeProfile command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(command.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        ChangeProfile command, [WriteModel(nameof(ChangeProfile.PersonId))] Membership membership, Person? person, TimeProvider time)
    {
        if (person is null) throw new NotFoundException($"person {command.PersonId}");
        var now = time.GetUtcNow();
        Events events = [];
        if (person.Name != command.Name || person.Phone != command.Phone || person.Language != command.Language)
            events.Add(new ProfileChanged(now));
        var shown = command.ShowPhone && command.Phone is not null;
        if (shown != membership.PhoneShown) events.Add(shown ? new PhoneShown(now) : new PhoneHidden(now));
        if (events.Count == 0) return ([], [], []);
        OutgoingMessages facts = person.Name == command.Name ? [] : [new PersonRenamed(person.Id, now)];

        person.Name = command.Name;
        person.Phone = command.Phone;
        person.ShowPhone = shown;
        person.Language = command.Language;
        return (events, [MartenOps.Store(person)], facts);
    }
}
