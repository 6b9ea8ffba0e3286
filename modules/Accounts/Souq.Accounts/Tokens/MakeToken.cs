using Marten;
using Souq.Kernel;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Tokens;

/// <summary>A person lets a program act for him.</summary>
/// <param name="TokenId">Of the form: sent twice, it makes one token.</param>
public sealed record MakeToken(Guid PersonId, Guid TokenId, string Name, string Prefix, string Hash)
{
    public override string ToString() => $"MakeToken {TokenId} of {PersonId}";
}

/// <summary>What is known before one more is made.</summary>
public sealed record KnownTokens(int Active, bool SameForm);

public static class MakeTokenHandler
{
    public const int Most = 20;
    public const int NameMax = 40;

    public static async Task<KnownTokens> LoadAsync(MakeToken command, IDocumentSession session, CancellationToken cancellation) => new(
        await session.Query<ApiToken>().CountAsync(t => t.PersonId == command.PersonId && t.RevokedAt == null, cancellation),
        await session.LoadAsync<ApiToken>(command.TokenId, cancellation) is not null);

    public static (Events, IEnumerable<IMartenOp>) Handle(
        MakeToken command, [WriteModel(nameof(MakeToken.PersonId))] Membership membership, KnownTokens known, TimeProvider time)
    {
        if (membership.ConfirmedAt is null || membership.IsErased) throw new ForbiddenException("Only members make tokens");
        if (known.SameForm) throw new RefusedException("Tokens.Twice");
        if (known.Active >= Most) throw new RefusedException("Tokens.TooMany", null, Most);
        var now = time.GetUtcNow();
        var token = new ApiToken
        {
            Id = command.TokenId,
            PersonId = command.PersonId,
            Name = command.Name,
            Prefix = command.Prefix,
            Hash = command.Hash,
            MadeAt = now,
        };
        return ([new TokenMade(token.Id, now)], [MartenOps.Insert(token)]);
    }

    /// <summary>The cleaned name, or what is wrong with it.</summary>
    public static string? Name(string? typed, ICollection<Refusal> refusals)
    {
        var name = SafeText.Line(typed);
        if (name.Length is > 0 and <= NameMax) return name;
        refusals.Add(new Refusal(name.Length == 0 ? "Tokens.NameMissing" : "Tokens.NameLong", "name", NameMax));
        return null;
    }
}
