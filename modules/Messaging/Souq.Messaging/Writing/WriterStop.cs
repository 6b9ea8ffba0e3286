using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Web.Localisation;
using Wolverine.Runtime.Handlers;

namespace Souq.Messaging.Writing;

/// <summary>Moderators keep somebody from writing.</summary>
public sealed record WriterStop
{
    /// <summary>The sanction's.</summary>
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>It has ended, be it before its beginning was heard of.</summary>
    public bool Ended { get; init; }
}

public static class PersonSanctionedHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(PersonSanctioned fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (!fact.ShutsOut && !fact.Acts.Contains(LimitedAct.Messaging)) return;
        if (await session.LoadAsync<WriterStop>(fact.SanctionId, cancellation) is null)
            session.Insert(new WriterStop { Id = fact.SanctionId, PersonId = fact.PersonId, Until = fact.Until });
    }

    public static async Task Handle(SanctionEnded fact, IDocumentSession session, CancellationToken cancellation)
    {
        var stop = await session.LoadAsync<WriterStop>(fact.SanctionId, cancellation) ?? new WriterStop { Id = fact.SanctionId, PersonId = fact.PersonId };
        session.Store(stop with { Ended = true });
    }
}

public static class WriterStops
{
    /// <exception cref="RefusedException">Moderators keep him from writing.</exception>
    public static async Task MustLetWrite(this IQuerySession session, Guid person, DateTimeOffset now, CancellationToken cancellation)
    {
        var stops = await session.Query<WriterStop>().Where(s => s.PersonId == person && !s.Ended && (s.Until == null || s.Until > now)).ToListAsync(cancellation);
        if (stops.Count > 0) throw new RefusedException("Message.Limited", null, Formats.InAlgiers(stops.Max(s => s.Until ?? DateTimeOffset.MaxValue)));
    }
}
