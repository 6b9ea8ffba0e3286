using Marten;
using Souq.Kernel;
using Souq.Moderation.Staff;

namespace Souq.Moderation.Sanctions;

/// <summary>Who decides about people: the staff of today, whatever his cookie says.</summary>
internal static class OnPeople
{
    /// <summary>Who was never told of is a moderator, and no senior.</summary>
    /// <exception cref="ForbiddenException">He has no role any more.</exception>
    public static async Task<bool> IsSenior(Guid moderator, IQuerySession session, CancellationToken cancellation)
    {
        var colleague = await session.LoadAsync<Colleague>(moderator, cancellation);
        return colleague is { IsModerator: false } ? throw new ForbiddenException("Only moderators decide about people") : colleague?.IsSenior == true;
    }
}
