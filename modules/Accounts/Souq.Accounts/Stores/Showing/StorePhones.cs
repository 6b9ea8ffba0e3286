using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Accounts.Limits;
using Souq.Accounts.Phones;
using Souq.EventStore;
using Souq.Web.Commands;
using Souq.Web.Security;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Accounts.Stores.Showing;

/// <summary>Hands out a store's numbers after one click, within the same limit as those of adverts, and counts it.</summary>
public sealed class StorePhones(Limiter limiter, Visitor visitor, CommandSender sender, IAccountsStore documents)
{
    public async Task<Grant> Reveal(HttpContext context, Store store, CancellationToken cancellation)
    {
        if (context.User.PersonId() == store.PersonId) return default;
        var grant = await limiter.Take(AccountLimits.PhonesNetwork, Visitor.Network(context), cancellation);
        if (!grant.IsRefused) await sender.Send(new RevealStorePhones(store.Id, await visitor.KeyOf(context, cancellation)), cancellation);
        return grant;
    }

    /// <summary>How often they were shown in the last thirty days.</summary>
    public async Task<int> Shown(Guid storeId, DateOnly today, CancellationToken cancellation)
    {
        var since = today.AddDays(-30);
        await using var session = documents.QuerySession();
        return await session.Query<PhoneReveal>().CountAsync(r => r.ListingId == storeId && r.Day > since, cancellation);
    }
}

/// <summary>Somebody looks at a store's numbers. The same viewer on the same day counts once.</summary>
public sealed record RevealStorePhones(Guid StoreId, string ViewerKey);

public static class RevealStorePhonesHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<PhoneReveal?> LoadAsync(
        RevealStorePhones command, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        session.LoadAsync<PhoneReveal>(Of(command, time).Id, cancellation);

    public static IEnumerable<IMartenOp> Handle(RevealStorePhones command, PhoneReveal? seen, TimeProvider time) =>
        seen is null ? [MartenOps.Insert(Of(command, time))] : [];

    private static PhoneReveal Of(RevealStorePhones command, TimeProvider time) =>
        PhoneReveal.Of(new RevealPhone(command.StoreId, Guid.Empty, command.ViewerKey), time.GetUtcNow());
}
