using Microsoft.AspNetCore.Http;
using Souq.Kernel;
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
    /// <param name="filter">What he wants of the queue.</param>
    /// <param name="after">Where he is in it.</param>
    /// <param name="ready">The one his screen shows already; he gets it unless somebody was quicker.</param>
    /// <returns>The case; <c>null</c> when nothing is left for him.</returns>
    public async Task<Guid?> TakeNext(QueueFilter filter, QueueItem? after, Guid moderator, Guid? ready, CancellationToken cancellation)
    {
        if (ready is { } shown && await TakeShown(shown, after, moderator, cancellation)) return shown;
        Interlocked.Increment(ref reaching);
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                var free = await queue.Next(filter, moderator, after, cancellation);
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

    private async Task<bool> TakeShown(Guid shown, QueueItem? after, Guid moderator, CancellationToken cancellation)
    {
        try
        {
            return await Take(new([shown], 0), after, moderator, cancellation) is not null;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    /// <summary>The case that is likely his next: nobody holds it for him.</summary>
    public async Task<Guid?> Ready(QueueFilter filter, QueueItem? after, Guid moderator, CancellationToken cancellation)
    {
        var free = await queue.Next(filter, moderator, after, cancellation);
        var others = free.Ids.Where(id => id != after?.Id).Take(free.Held + 1).ToList();
        return others.Count == 0 ? null : others[Random.Shared.Next(others.Count)];
    }

    /// <summary>The case a screen already shows when it sends a form.</summary>
    public static Guid? Preferred(HttpContext http) => Guid.TryParse(http.Request.Form["ready"], out var id) ? id : null;

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
