using Marten;
using Marten.Patching;

namespace Souq.Accounts.Tokens;

/// <summary>A token was good for something on a day; once a day, so that its owner sees which ones nobody needs any more.</summary>
public sealed record NoteTokenUse(Guid TokenId, DateOnly Day);

public static class NoteTokenUseHandler
{
    // Of a burst of requests several say so at once: set where it is not yet, without a reading that could be outrun.
    public static void Handle(NoteTokenUse command, IDocumentSession session) => session
        .Patch<ApiToken>(t => t.Id == command.TokenId && t.RevokedAt == null && (t.LastUsedOn == null || t.LastUsedOn < command.Day))
        .Set(t => t.LastUsedOn, (DateOnly?)command.Day);
}
