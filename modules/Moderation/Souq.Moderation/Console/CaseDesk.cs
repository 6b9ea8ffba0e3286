using Souq.Moderation.Claiming;
using Souq.Moderation.Queue;
using Souq.Web.Commands;

namespace Souq.Moderation.Console;

/// <summary>How a moderator moves from case to case, holding one at a time.</summary>
public sealed class CaseDesk(CommandSender sender, QueueReader queue)
{
    private const int Looks = 3;

    /// <summary>Moderators who look for a case on this node just now.</summary>
    private int reaching;

    /// <summary>Takes a case in hand if that is possible; where not, its page says why.</summary>
    /// <param name="leaving">The case he had on his screen; what he holds of it goes back.</param>
    public async Task Open(Guid caseId, Guid? leaving, Guid moderator, CancellationToken cancellation)
    {
        await Leave(leaving, caseId, moderator, cancellation);
        await sender.Send(new ClaimCase(caseId, moderator), cancellation);
    }

    /// <summary>Takes the next free case in hand.</summary>
    /// <param name="after">Where he is in the queue.</param>
    /// <returns>The case; <c>null</c> when nothing is left for him.</returns>
    public async Task<Guid?> TakeNext(QueueItem? after, Guid moderator, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reaching);
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                var free = await queue.Next(moderator, after, cancellation);
                if (free.Ids.Count == 0) return null;
                if (await Take(free, after, moderator, cancellation) is { } taken) return taken;
            }

            return null;
        }
        finally
        {
            Interlocked.Decrement(ref reaching);
        }
    }

    /// <summary>Who is alone takes the first. Where others are at work they all see the same ones free, and would all reach for it.</summary>
    private async Task<Guid?> Take(FreeCases free, QueueItem? after, Guid moderator, CancellationToken cancellation)
    {
        var ids = free.Ids.ToList();
        for (var reach = free.Held + Volatile.Read(ref reaching); ids.Count > 0; reach = ids.Count)
        {
            var at = Random.Shared.Next(Math.Min(reach, ids.Count));
            var next = ids[at];
            ids.RemoveAt(at);
            if ((await sender.Send(new ClaimCase(next, moderator), cancellation)).Count > 0) continue;
            await Leave(after?.Id, next, moderator, cancellation);
            return next;
        }

        return null;
    }

    private async Task Leave(Guid? leaving, Guid opening, Guid moderator, CancellationToken cancellation)
    {
        if (leaving is { } left && left != opening) await sender.Send(new ReleaseCase(left, moderator), cancellation);
    }
}
