using Souq.Moderation.Contracts;

namespace Souq.Moderation.Staff;

/// <inheritdoc cref="ICaseAccess"/>
public sealed class CaseAccess(IModerationStore store, Scopes scopes) : ICaseAccess
{
    public async Task<bool> MaySee(Guid moderator, string subjectKind, Guid subjectId, CancellationToken cancellation)
    {
        var id = Case.IdOf(subjectKind, subjectId);
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Case>(id, cancellation) is null) return false;
        var scope = await scopes.Of(moderator, cancellation);
        return scope.Sections is null || scope.Covers(await MayAct.SectionOf(id, session, cancellation));
    }
}
