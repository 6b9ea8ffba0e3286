using Marten;
using Souq.Moderation.Contracts;

namespace Souq.Accounts.Judged;

/// <summary>A name that moderators took down, until it is put back or its person is forgotten.</summary>
public sealed record TakenName(Guid Id, string Name);

/// <summary>Moderators take a person's name down, or find that this was wrong. He is called by nothing until he chooses another.</summary>
public static class NameJudgedHandler
{
    /// <summary>The same in every language.</summary>
    public const string Nobody = "…";

    public static bool IsNobody(string name) => name == Nobody;

    public static async Task Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Profile || await session.LoadAsync<Person>(fact.SubjectId, cancellation) is not { } person) return;
        await KeptOut.Decided(fact, session, cancellation);
        var taken = await session.LoadAsync<TakenName>(person.Id, cancellation);
        if (Decide(person.Name, taken?.Name, fact.Outcome) is not { } name) return;
        if (fact.Outcome == Outcome.Removed) session.Store(new TakenName(person.Id, person.Name));
        else session.Delete<TakenName>(person.Id);
        Call(person, name, session, time);
    }

    /// <summary>He is called so from now on.</summary>
    internal static void Call(Person person, string name, IDocumentSession session, TimeProvider time)
    {
        person.Name = name;
        session.Store(person);
        session.Events.Append(person.Id, new ProfileChanged(time.GetUtcNow()));
    }

    /// <param name="taken">What was taken down before.</param>
    /// <returns>What he is called from now on; <c>null</c> where nothing changes.</returns>
    public static string? Decide(string name, string? taken, Outcome outcome) => (outcome, IsNobody(name)) switch
    {
        (Outcome.Removed, false) => Nobody,
        // Who has chosen another meanwhile keeps it.
        (Outcome.Restored, true) => taken,
        _ => null,
    };
}
