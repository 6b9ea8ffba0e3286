using JasperFx;
using Marten;
using Souq.Kernel;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Letters.Gathering;

/// <summary>What was refused of a seller for one reason has waited for others long enough: one letter for all of it.</summary>
public sealed record PostRefusals(Guid SellerId, string ReasonCode, bool ByRule);

/// <summary>Two nodes at once: what the first has put into a letter the second cannot write any more, looks again, and finds nothing.</summary>
public static class PostRefusalsHandler
{
    /// <summary>In one letter.</summary>
    public const int Most = 100;

    // Several that another node was quicker with come as one exception of many.
    public static void Configure(HandlerChain chain) =>
        chain.OnException<AggregateException>(e => e.InnerExceptions.All(i => i is ConcurrencyException)).RetryTimes(3);

    private static readonly Guid Space = new("9c1d1c0b-6a55-4b7e-8f7e-0f4b4a0f5d61");

    public static async Task<OutgoingMessages> Handle(PostRefusals message, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var open = await session.Query<ToldRefusal>()
            .Where(t => t.SellerId == message.SellerId && t.LetterId == null && t.ReasonCode == message.ReasonCode && t.ByRule == message.ByRule)
            .OrderBy(t => t.At).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellation);
        if (open.Count == 0) return [];
        // Clocks of two machines differ: the oldest has waited as long as the others were promised.
        var left = open[0].At + TellRefusalHandler.Window - time.GetUtcNow();
        if (left > TimeSpan.Zero) return [message.DelayedFor(left)];
        var letter = LetterOf(open);
        foreach (var told in open) session.Update(told with { LetterId = letter });
        OutgoingMessages messages = [open.Count == 1 ? DecisionMail.Refused(message.SellerId, letter) : DecisionMail.RefusedMany(message.SellerId, letter)];
        if (open.Count == Most) messages.Add(message);
        return messages;
    }

    /// <summary>One is told as ever; of more the letter is named for the first, so that it is the same however often it is asked for.</summary>
    public static Guid LetterOf(IReadOnlyList<ToldRefusal> open) => open.Count == 1 ? open[0].Id : DeterministicGuid.Create(Space, open[0].Id.ToString("N"));
}

/// <summary>Once a minute, for what got lost on its way: no seller waits for ever.</summary>
public sealed record PostDueRefusals(DateTimeOffset At);

public static class PostDueRefusalsHandler
{
    private const int Many = 500;

    public static async Task<OutgoingMessages> Handle(PostDueRefusals message, IDocumentSession session, CancellationToken cancellation)
    {
        var (due, old) = (message.At - TellRefusalHandler.Window, message.At - ToldRefusal.Kept);
        session.DeleteWhere<ToldRefusal>(t => t.At < old && t.LetterId != null);
        var open = await session.Query<ToldRefusal>().Where(t => t.LetterId == null && t.At <= due).OrderBy(t => t.At).Take(Many).ToListAsync(cancellation);
        return [.. open.Select(t => new PostRefusals(t.SellerId, t.ReasonCode, t.ByRule)).Distinct()];
    }
}
