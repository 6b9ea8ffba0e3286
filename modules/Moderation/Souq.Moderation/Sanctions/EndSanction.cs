using Marten;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Moderation.Sanctions;

/// <summary>Sent to itself with the decision: its time is over.</summary>
public sealed record EndSanction(Guid PersonId, Guid SanctionId);

/// <summary>A person does not agree with a decision about him.</summary>
public sealed record AppealSanction(Guid PersonId, Guid SanctionId, string? Words)
{
    // What a person writes does not belong in a log.
    public override string ToString() => $"AppealSanction {SanctionId}";
}

public static class EndSanctionHandler
{
    public static async Task<OutgoingMessages> Handle(EndSanction command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(command.PersonId), cancellation);
        if (Decide(stream.Aggregate, command, time.GetUtcNow()) is not { } over) return [];
        stream.AppendOne(over);
        return [new SanctionEnded(command.PersonId, command.SanctionId, over.At)];
    }

    /// <summary><c>null</c> when it has ended already, or its end lies ahead.</summary>
    public static SanctionRanOut? Decide(PersonFile? file, EndSanction command, DateTimeOffset now) =>
        file?.Find(command.SanctionId) is { EndedAt: null, Until: { } until } && now >= until ? new(command.SanctionId, now) : null;
}

public static class AppealSanctionHandler
{
    public static readonly TimeSpan Window = Appeals.Appeal.Window;

    public static async Task Handle(AppealSanction command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(command.PersonId), cancellation);
        var appealed = Decide(stream.Aggregate, command, time.GetUtcNow());
        stream.AppendOne(appealed);
        await SanctionAppeals.Raise(command.PersonId, stream.Aggregate!.Find(command.SanctionId)!, appealed.At, session, cancellation);
        var words = await session.LoadAsync<SanctionWords>(command.SanctionId, cancellation) ?? new SanctionWords { Id = command.SanctionId, PersonId = command.PersonId };
        session.Store(words with { Appeal = command.Words!.Trim() });
    }

    /// <exception cref="NotFoundException">There is no such decision about him.</exception>
    public static SanctionAppealed Decide(PersonFile? file, AppealSanction command, DateTimeOffset now)
    {
        if (file?.Find(command.SanctionId) is not { } sanction) throw new NotFoundException($"sanction {command.SanctionId}");
        if (ObstacleTo(sanction, now) is { } obstacle) throw new RefusedException(obstacle, null, (int)Window.TotalDays);
        if (string.IsNullOrWhiteSpace(command.Words)) throw new RefusedException("Appeal.WordsMissing", "words");
        if (command.Words.Trim().Length > Appeals.Appeal.MostWords) throw new RefusedException("Appeal.WordsTooLong", "words", Appeals.Appeal.MostWords);
        return new(command.SanctionId, now);
    }

    /// <summary>The key of the reason for which he cannot appeal; <c>null</c> when he can.</summary>
    public static string? ObstacleTo(Imposed sanction, DateTimeOffset now) =>
        sanction.AppealedAt is not null ? Appeals.AppealDecisionHandler.Already
        : sanction.EndedAt is not null ? Appeals.AppealDecisionHandler.NothingDecided
        : now >= sanction.At + Window ? Appeals.AppealDecisionHandler.TooLate
        : null;
}
