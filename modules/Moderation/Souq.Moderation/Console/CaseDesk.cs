using Souq.Moderation.Claiming;
using Souq.Moderation.Queue;
using Souq.Web.Commands;

namespace Souq.Moderation.Console;

/// <summary>How a moderator moves from case to case, holding one at a time.</summary>
public sealed class CaseDesk(CommandSender sender, QueueReader queue)
{
    private const int Tries = 10;

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
        // Somebody may take the same one between looking and taking: then the next.
        for (var i = 0; i < Tries && await queue.Next(moderator, after, cancellation) is { } next; i++)
        {
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
