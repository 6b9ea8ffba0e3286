using Marten;
using Souq.Kernel;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Tokens;

/// <summary>From now on the token opens nothing.</summary>
public sealed record RevokeToken(Guid PersonId, Guid TokenId);

public static class RevokeTokenHandler
{
    public static Task<ApiToken?> LoadAsync(RevokeToken command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<ApiToken>(command.TokenId, cancellation);

    public static (Events, IEnumerable<IMartenOp>) Handle(
        RevokeToken command, [WriteModel(nameof(RevokeToken.PersonId))] Membership membership, ApiToken? token, TimeProvider time)
    {
        if (token is null || token.PersonId != membership.Id) throw new NotFoundException($"token {command.TokenId}");
        if (token.RevokedAt is not null) return ([], []);
        var now = time.GetUtcNow();
        token.RevokedAt = now;
        return ([new TokenRevoked(token.Id, now)], [MartenOps.Store(token)]);
    }
}
