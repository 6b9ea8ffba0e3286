using Marten;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Moderation.Sanctions;

/// <summary>Another moderator answers an appeal, or a decision is taken back without one.</summary>
/// <param name="Senior">The page let him answer for suspensions and bans too; whether he may is asked once more when it is decided.</param>
/// <param name="Lift">It is taken back; else it stands.</param>
public sealed record AnswerSanction(Guid PersonId, Guid SanctionId, Guid By, bool Senior, bool Lift, string? Words)
{
    public override string ToString() => $"AnswerSanction {SanctionId}: {Lift}";
}

public static class AnswerSanctionHandler
{
    public static async Task<OutgoingMessages> Handle(AnswerSanction command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(command.PersonId), cancellation);
        var (events, messages) = await Carry(command, stream.Aggregate, session, time, cancellation);
        stream.AppendMany(events);
        if (stream.Aggregate?.Find(command.SanctionId) is { Waits: true }) await SanctionAppeals.Settle(command, session, time.GetUtcNow(), cancellation);
        return messages;
    }

    /// <summary>What follows from it in the person's file, and elsewhere.</summary>
    public static async Task<(Events Events, OutgoingMessages Messages)> Carry(
        AnswerSanction command, PersonFile? file, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var senior = await OnPeople.IsSenior(command.By, session, cancellation);
        var answered = Decide(file, command with { Senior = command.Senior && senior }, time.GetUtcNow());
        if (await session.LoadAsync<SanctionWords>(command.SanctionId, cancellation) is { } words) session.Store(words with { Answer = command.Words?.Trim() ?? "" });
        OutgoingMessages messages = [SanctionMail.Answered(command.PersonId, command.SanctionId)];
        if (answered is SanctionLifted lifted) messages.Add(new SanctionEnded(command.PersonId, command.SanctionId, lifted.At));
        return ([answered], messages);
    }

    /// <returns><see cref="SanctionLifted"/> or <see cref="SanctionUpheld"/>.</returns>
    /// <exception cref="ForbiddenException">Suspensions, bans and appeals are for senior moderators.</exception>
    /// <exception cref="RefusedException">It is he himself or his own decision, it has ended, or nobody appealed.</exception>
    public static object Decide(PersonFile? file, AnswerSanction command, DateTimeOffset now)
    {
        if (file?.Find(command.SanctionId) is not { } sanction) throw new NotFoundException($"sanction {command.SanctionId}");
        if (command.By == command.PersonId) throw new RefusedException("Sanction.Own");
        if ((sanction.Kind is SanctionKind.Suspension or SanctionKind.Ban || sanction.Waits) && !command.Senior) throw new ForbiddenException("Only senior moderators suspend, ban and answer appeals");
        if (sanction.Waits && sanction.By == command.By) throw new RefusedException("Sanction.OwnDecision");
        if (sanction.EndedAt is not null && !sanction.Waits) throw new RefusedException("Sanction.Clash");
        if (!command.Lift && !sanction.Waits) throw new RefusedException("Sanction.Clash");
        if (command.Words?.Trim().Length > RefuseCase.MostWords) throw new RefusedException("Refuse.WordsTooLong", "words", RefuseCase.MostWords);
        if (!command.Lift && string.IsNullOrWhiteSpace(command.Words)) throw new RefusedException("Sanction.SayWhy", "words");
        return command.Lift ? new SanctionLifted(command.SanctionId, command.By, now) : new SanctionUpheld(command.SanctionId, command.By, now);
    }
}
