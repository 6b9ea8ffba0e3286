namespace Souq.Moderation.Contracts;

/// <summary>Whom a case is open to, for modules that show something of their own beside it.</summary>
public interface ICaseAccess
{
    /// <summary>There is a case about it, and this moderator may see it.</summary>
    Task<bool> MaySee(Guid moderator, string subjectKind, Guid subjectId, CancellationToken cancellation);
}
