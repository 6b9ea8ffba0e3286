using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Undoing;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Sanctions;

/// <summary>A moderator decides about a person, and may take it back for some seconds.</summary>
/// <param name="IntentId">Of this attempt: the same form sent twice is one.</param>
/// <param name="Decision">One of those about people that <see cref="Undoable"/> knows.</param>
/// <param name="Typed">What he filled in, to have it back if he takes it back.</param>
public sealed record IntendSanction(Guid IntentId, Guid PersonId, Guid By, object Decision, IReadOnlyDictionary<string, string>? Typed = null)
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"IntendSanction {PersonId}: {Undoable.NameOf(Decision)}";
}

/// <summary>He takes back what he decided about a person a moment ago.</summary>
public sealed record UndoSanction(Guid PersonId, Guid By);

/// <summary>The time to take it back is over.</summary>
public sealed record CarryOutSanction(Guid PersonId, Guid IntentId);

public static class IntendSanctionHandler
{
    public const string Held = "Sanction.Held", Pending = "Sanction.Pending", InQueue = "Sanction.InQueue";

    /// <summary>Two moderators at once: the second finds what the first has decided.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(IntendSanction command, IDocumentSession session, IModerationStore store, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(command.PersonId), cancellation);
        if (stream.Aggregate?.Intent?.Id == command.IntentId) return [];
        // What would be refused is refused now: tried to the end, and thrown away.
        await using (var trial = store.LightweightSession())
            if ((await Undoable.Carry(command.Decision, stream.Aggregate, trial, time, cancellation)).Events.Count == 0) return [];
        var intended = Decide(stream.Aggregate, command, time.GetUtcNow());
        stream.AppendOne(intended);
        session.Store(Intention.Of(
            PersonFile.IdOf(command.PersonId), command.PersonId, new Intent(intended.IntentId, intended.By, intended.Until), command.Decision, command.Typed));
        return [new CarryOutSanction(command.PersonId, command.IntentId).DelayedFor(Intent.Window)];
    }

    /// <exception cref="RefusedException">He or somebody else has decided about this person a moment ago, or it is an appeal.</exception>
    public static SanctionIntended Decide(PersonFile? file, IntendSanction command, DateTimeOffset now)
    {
        if (file?.Intent is { } intent) throw new RefusedException(intent.By == command.By ? Pending : Held, null, (int)Intent.Window.TotalSeconds);
        MustNotWait(file, command.Decision);
        return new(command.IntentId, command.PersonId, command.By, Undoable.NameOf(command.Decision), now + Intent.Window, now);
    }

    /// <exception cref="RefusedException">He appeals: that is answered in the queue, by whoever has it in hand.</exception>
    public static void MustNotWait(PersonFile? file, object decision)
    {
        if (decision is AnswerSanction answer && file?.Find(answer.SanctionId) is { Waits: true }) throw new RefusedException(InQueue);
    }
}

public static class UndoSanctionHandler
{
    public static async Task Handle(UndoSanction command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var id = PersonFile.IdOf(command.PersonId);
        var stream = await session.Events.FetchForWriting<PersonFile>(id, cancellation);
        stream.AppendOne(Decide(stream.Aggregate, command, time.GetUtcNow()));
        if (await session.LoadAsync<Intention>(id, cancellation) is { } intention) session.Store(intention with { Undone = true });
    }

    /// <exception cref="RefusedException">It has taken effect, or it was somebody else's.</exception>
    public static SanctionUndone Decide(PersonFile? file, UndoSanction command, DateTimeOffset now) => file?.Intent is { } intent && intent.By == command.By
        ? new(intent.Id, command.By, now)
        : throw new RefusedException(UndoDecisionHandler.TooLate, null, (int)Intent.Window.TotalSeconds);
}

/// <summary>The decision, or that it was taken back, is the next event of the person's file: one of the two.</summary>
public static class CarryOutSanctionHandler
{
    public static Task<OutgoingMessages> Handle(CarryOutSanction message, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        Due.Carry<PersonFile>(
            PersonFile.IdOf(message.PersonId), message.IntentId, message, session, time.GetUtcNow(),
            async (decision, file) =>
            {
                IntendSanctionHandler.MustNotWait(file, decision);
                var (events, messages) = await Undoable.Carry(decision, file, session, time, cancellation);
                return ([new SanctionTookEffect(message.IntentId, time.GetUtcNow()), .. events], messages);
            },
            (intent, why, now) => new SanctionLapsed(intent.Id, intent.By, why, now), cancellation);
}
