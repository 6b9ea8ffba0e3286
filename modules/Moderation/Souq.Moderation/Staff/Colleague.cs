using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Web.Security;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Staff;

/// <summary>
/// Somebody who decides cases, as Accounts told last. Who was never told of is a moderator of all sections, as they all were before sections were
/// given; who has no role any more decides nothing.
/// </summary>
public sealed record Colleague
{
    /// <summary>The person's.</summary>
    public Guid Id { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Those he moderates, with all below them; all of the market where there are none.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];

    public DateTimeOffset At { get; init; }

    public bool IsSenior => Roles.Contains(Principal.Senior) || Roles.Contains(Principal.Admin);

    public bool IsModerator => IsSenior || Roles.Contains(Principal.Moderator);
}

public static class StaffChangedHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(StaffChanged fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Colleague>(fact.PersonId, cancellation) is { } known && known.At > fact.At) return;
        session.Store(new Colleague { Id = fact.PersonId, Roles = fact.Roles, Sections = fact.Sections, At = fact.At });
    }
}

/// <summary>Who has erased himself decides nothing any more.</summary>
public static class StaffErasedHandler
{
    public static async Task Handle(PersonErased fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Colleague>(fact.PersonId, cancellation) is { } known) session.Store(known with { Roles = [], Sections = [], At = fact.At });
    }
}
