using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Subjects;

/// <summary>Who was asked to correct his store or his name has done so: somebody looks again.</summary>
public static class StoreEditedHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task Handle(StoreEdited fact, IDocumentSession session, CancellationToken cancellation) =>
        Mended.Raise(Reportable.Store, fact.StoreId, fact.At, session, cancellation);
}

/// <inheritdoc cref="StoreEditedHandler"/>
public static class PersonRenamedHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task Handle(PersonRenamed fact, IDocumentSession session, CancellationToken cancellation) =>
        Mended.Raise(Reportable.Profile, fact.PersonId, fact.At, session, cancellation);
}

public static class Mended
{
    internal static async Task Raise(string kind, Guid subjectId, DateTimeOffset at, IDocumentSession session, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(Case.IdOf(kind, subjectId), cancellation);
        if (Decide(stream.Aggregate, at) is { } raised) stream.AppendOne(raised);
    }

    /// <returns><c>null</c> where nobody asked for a correction, or it was asked for after this one was made.</returns>
    public static CaseRaised? Decide(Case? current, DateTimeOffset at) => current is { State: CaseState.Returned, Ruling: { } ruling } && ruling.At <= at
        ? ReportSubjectHandler.Raise(current, current.SubjectKind, current.SubjectId, current.SellerId, 0, Signals.Corrected, at)
        : null;
}
