using Marten;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Moderation.Undoing;

/// <summary>What happens when the time to take a decision back is over, whatever it is about.</summary>
internal static class Due
{
    public const string Gone = "Undo.Gone";
    public const string NotHis = "Undo.NotHis";

    /// <param name="id">Of the stream the decision is about.</param>
    /// <param name="message">Sent again where it comes too early.</param>
    /// <param name="carry">What follows from the decision.</param>
    /// <param name="lapsed">That something stands in its way.</param>
    public static async Task<OutgoingMessages> Carry<T>(
        Guid id, Guid intentId, object message, IDocumentSession session, DateTimeOffset now, Func<object, T, Task<(Events Events, OutgoingMessages Messages)>> carry,
        Func<Intent, string, DateTimeOffset, object> lapsed, CancellationToken cancellation) where T : class, IIntended
    {
        var stream = await session.Events.FetchForWriting<T>(id, cancellation);
        var intention = await session.LoadAsync<Intention>(id, cancellation);
        if (intention?.IntentId != intentId) intention = null;
        if (stream.Aggregate is not { Intent: { } intent } current || intent.Id != intentId)
        {
            // It has ended meanwhile.
            if (intention is { Undone: false }) session.Delete(intention);
            return [];
        }

        // Clocks of two machines differ: nobody has less time than he was promised.
        if (now < intent.Until) return [message.DelayedFor(intent.Until - now)];
        if (intention is not null) session.Delete(intention);
        try
        {
            var decision = intention?.Decision() ?? throw new RefusedException(Gone);
            var (events, messages) = await carry(decision, current);
            stream.AppendMany(events);
            return messages;
        }
        catch (RefusedException refused)
        {
            stream.AppendOne(lapsed(intent, refused.Refusals[0].Key, now));
            return [];
        }
        catch (ForbiddenException)
        {
            // His role was taken from him meanwhile.
            stream.AppendOne(lapsed(intent, NotHis, now));
            return [];
        }
    }
}
