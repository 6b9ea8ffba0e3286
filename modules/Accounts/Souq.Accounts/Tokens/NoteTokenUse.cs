using Marten;
using Wolverine.Marten;

namespace Souq.Accounts.Tokens;

/// <summary>A token was good for something on a day; once a day, so that its owner sees which ones nobody needs any more.</summary>
public sealed record NoteTokenUse(Guid TokenId, DateOnly Day);

public static class NoteTokenUseHandler
{
    public static Task<ApiToken?> LoadAsync(NoteTokenUse command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<ApiToken>(command.TokenId, cancellation);

    public static IEnumerable<IMartenOp> Handle(NoteTokenUse command, ApiToken? token)
    {
        if (token is not { RevokedAt: null } || token.LastUsedOn >= command.Day) return [];
        token.LastUsedOn = command.Day;
        return [MartenOps.Store(token)];
    }
}
