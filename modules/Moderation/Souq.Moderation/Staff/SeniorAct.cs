using Souq.Kernel;

namespace Souq.Moderation.Staff;

/// <summary>A command that only senior moderators and admins may give: rules, modes, and what else holds for everybody. Asked before each, whoever sends it.</summary>
public interface ISeniorAct
{
    /// <summary>Who acts.</summary>
    Guid By { get; }
}

/// <summary>Runs before the decision of every <see cref="ISeniorAct"/>. Who was never told of is no senior.</summary>
public static class MustBeSenior
{
    public static async Task BeforeAsync(ISeniorAct act, IModerationStore store, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        Decide(await session.LoadAsync<Colleague>(act.By, cancellation));
    }

    /// <exception cref="ForbiddenException">He is no senior, or is so no more.</exception>
    public static void Decide(Colleague? colleague)
    {
        if (colleague is not { IsSenior: true }) throw new ForbiddenException("Only senior moderators and admins");
    }
}
