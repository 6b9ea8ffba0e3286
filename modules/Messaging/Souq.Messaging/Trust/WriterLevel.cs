using Marten;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Messaging.Pictures;
using Wolverine.Marten;

namespace Souq.Messaging.Trust;

/// <summary>How far somebody who writes is trusted, as Accounts told; of whom nothing was told, he is new.</summary>
/// <param name="Id">The person's.</param>
public sealed record WriterLevel(Guid Id, TrustLevel Level, DateTimeOffset At);

public static class WriterLevelHandler
{
    public static Task<WriterLevel?> LoadAsync(TrustChanged fact, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<WriterLevel>(fact.PersonId, cancellation);

    // News may come in another order than it happened.
    public static IEnumerable<IMartenOp> Handle(TrustChanged fact, WriterLevel? known) =>
        known?.At > fact.At ? [] : [MartenOps.Store(new WriterLevel(fact.PersonId, fact.Level, fact.At))];
}

public static class ForgetWriterLevelHandler
{
    public static IMartenOp Handle(PersonErased fact) => MartenOps.Delete<WriterLevel>(fact.PersonId);
}

/// <summary>What a level allows in the first words to somebody who has not answered yet.</summary>
public static class FirstWords
{
    public static bool MayHoldLinks(TrustLevel level) => level >= TrustLevel.Known;

    public static bool MayHoldPhotos(TrustLevel level) => level >= TrustLevel.Known;

    public static async Task<TrustLevel> LevelOf(this IQuerySession session, Guid writer, CancellationToken cancellation) =>
        (await session.LoadAsync<WriterLevel>(writer, cancellation))?.Level ?? TrustLevel.New;

    /// <exception cref="RefusedException">There are photos with them, and nobody knows him yet.</exception>
    public static void Decide(TrustLevel level)
    {
        if (!MayHoldPhotos(level)) throw new RefusedException("Message.Photos", MessagePhotos.Field);
    }

    // As they will be read: a sign that is left out must not hide a link.
    private static bool HoldLink(string words) => WebLinks.In(SafeText.Lines(words));

    /// <exception cref="RefusedException">There is a link in them, and nobody knows him yet.</exception>
    public static async Task MustBeFit(this IQuerySession session, Guid writer, string words, string field, CancellationToken cancellation)
    {
        if (!HoldLink(words)) return;
        Decide(await session.LevelOf(writer, cancellation), words, field);
    }

    /// <inheritdoc cref="MustBeFit"/>
    public static void Decide(TrustLevel level, string words, string field)
    {
        if (!MayHoldLinks(level) && HoldLink(words)) throw new RefusedException("Message.Links", field);
    }
}
