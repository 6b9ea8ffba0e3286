using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Accounts.Limits;
using Souq.Accounts.Sanctions;
using Souq.Moderation.Contracts;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Accounts.Phones;

/// <summary>Hands out a seller's number after one click, counts it, and stops those who collect numbers.</summary>
public sealed class PhoneDesk(IAccountsStore store, Limiter limiter, Visitor visitor, CommandSender sender, TimeProvider time)
{
    /// <summary><c>null</c> when the advert is not on the market or its seller shows no number.</summary>
    public async Task<(Advert, Person)?> Find(long number, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var advert = await session.Query<Advert>().FirstOrDefaultAsync(a => a.Number == number, cancellation);
        return advert is not null && await session.LoadAsync<Person>(advert.SellerId, cancellation) is { ShowPhone: true, Phone: not null } seller
            ? (advert, seller) : null;
    }

    /// <summary>Until when moderators keep this reader from seeing numbers; <c>null</c> when they do not.</summary>
    public async Task<DateTimeOffset?> StoppedUntil(HttpContext context, CancellationToken cancellation)
    {
        if (context.User.PersonId() is not { } person) return null;
        await using var session = store.QuerySession();
        return (await session.LoadAsync<Membership>(person, cancellation))?.StoppedUntil(LimitedAct.PhoneReveals, time.GetUtcNow());
    }

    public async Task<Grant> Reveal(HttpContext context, Advert advert, CancellationToken cancellation)
    {
        if (context.User.PersonId() == advert.SellerId) return default;
        var grant = await limiter.Take(AccountLimits.PhonesNetwork, Visitor.Network(context), cancellation);
        if (grant.IsRefused) return grant;
        await sender.Send(new RevealPhone(advert.Id, advert.SellerId, await visitor.KeyOf(context, cancellation)), cancellation);
        return default;
    }
}
