using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Sanctions;

/// <summary>A moderator decides something about a person.</summary>
/// <param name="SanctionId">Made where the form was shown: the same form sent twice is one decision.</param>
/// <param name="Seen">How many decisions about him the moderator saw; <c>null</c> where he decides by a case, and did not look.</param>
/// <param name="Senior">The page let him suspend and ban; whether he may is asked once more when it is decided.</param>
/// <param name="Days">For how long; none for a warning or a ban.</param>
/// <param name="CaseId">By which he decides; <c>null</c> where it is by looking at the person.</param>
public sealed record SanctionPerson(
    Guid SanctionId, Guid PersonId, Guid By, bool Senior, int? Seen, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, int? Days, string? ReasonCode, string? Words,
    Guid? CaseId = null)
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"SanctionPerson {PersonId}: {Kind} {ReasonCode}";
}

public static class SanctionPersonHandler
{
    public const int MostLimited = 90;
    public const int MostSuspended = 365;

    /// <summary>Two moderators at once: the second finds what the first has decided.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(SanctionPerson command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(command.PersonId), cancellation);
        var (events, messages) = await Carry(command, stream.Aggregate, session, time, cancellation);
        stream.AppendMany(events);
        return messages;
    }

    /// <summary>What follows from it in the person's file, and elsewhere; nothing where it is decided already.</summary>
    public static async Task<(Events Events, OutgoingMessages Messages)> Carry(
        SanctionPerson command, PersonFile? file, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (file?.Find(command.SanctionId) is not null) return ([], []);
        // A quarrel among the staff is for an admin, who takes the role first.
        if ((await session.LoadAsync<Colleague>(command.PersonId, cancellation))?.IsModerator == true) throw new RefusedException("Sanction.Staff");
        var senior = await OnPeople.IsSenior(command.By, session, cancellation);
        var sanctioned = Decide(file, command with { Senior = command.Senior && senior }, time.GetUtcNow());
        session.Store(new SanctionWords { Id = sanctioned.SanctionId, PersonId = sanctioned.PersonId, Words = command.Words?.Trim() ?? "" });
        OutgoingMessages messages =
        [
            new PersonSanctioned(sanctioned.PersonId, sanctioned.SanctionId, sanctioned.Kind, sanctioned.Acts, sanctioned.Until, sanctioned.At),
            SanctionMail.Begun(sanctioned),
        ];
        if (sanctioned.Until is { } until) messages.Delay(new EndSanction(sanctioned.PersonId, sanctioned.SanctionId), until - sanctioned.At);
        return ([sanctioned], messages);
    }

    /// <exception cref="ForbiddenException">Suspending and banning are for senior moderators.</exception>
    /// <exception cref="RefusedException">It is he himself, something is missing, or somebody decided about him meanwhile.</exception>
    public static Sanctioned Decide(PersonFile? file, SanctionPerson command, DateTimeOffset now)
    {
        if (command.By == command.PersonId) throw new RefusedException("Sanction.Own");
        if (command is { Kind: SanctionKind.Suspension or SanctionKind.Ban, Senior: false }) throw new ForbiddenException("Only senior moderators suspend and ban");
        var sanctions = file?.Sanctions ?? [];
        if (command.Seen is { } seen && sanctions.Count != seen) throw new RefusedException("Sanction.Clash");
        if (sanctions.Any(s => s.Kind == SanctionKind.Ban && s.HoldsAt(now))) throw new RefusedException("Sanction.Banned");
        var refusals = new List<Refusal>(SanctionReasons.Check(command.ReasonCode, command.Words));
        if (command.Kind == SanctionKind.Limit && command.Acts.Count == 0) refusals.Add(new("Sanction.ActsMissing", "acts"));
        var most = command.Kind switch { SanctionKind.Limit => MostLimited, SanctionKind.Suspension => MostSuspended, _ => 0 };
        if (most > 0 && !(command.Days > 0 && command.Days <= most)) refusals.Add(new("Sanction.DaysWrong", "days", most));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return new Sanctioned(
            command.SanctionId, command.PersonId, command.By, command.Kind, command.Kind == SanctionKind.Limit ? [.. command.Acts.Distinct()] : [],
            most > 0 ? now.AddDays(command.Days!.Value) : null, command.ReasonCode!, now, command.CaseId);
    }
}
