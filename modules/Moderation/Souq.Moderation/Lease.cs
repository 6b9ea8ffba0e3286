namespace Souq.Moderation;

/// <summary>A case in somebody's hands. A closed laptop gives it back by itself.</summary>
/// <param name="By">The moderator.</param>
public sealed record Lease(Guid By, DateTimeOffset Until)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    public bool IsHeldBy(Guid moderator, DateTimeOffset now) => By == moderator && now < Until;

    public bool KeepsOut(Guid moderator, DateTimeOffset now) => By != moderator && now < Until;
}
