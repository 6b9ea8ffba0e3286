using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Souq.EventStore.Visitors;

/// <summary>Tells the visitors of a day apart and says nothing of them: a keyed hash of network and browser, the same on every node.</summary>
public static class VisitorKeys
{
    public static async ValueTask<Guid> VisitorOf(this SecretsOfDays secrets, HttpContext context, DateOnly day, CancellationToken cancellation) =>
        Hash(await secrets.Of(day, cancellation), $"{Network.Of(context)}\n{context.Request.Headers.UserAgent}");

    /// <summary>The same for everybody behind one address, whatever he says his browser is.</summary>
    public static async ValueTask<Guid> NetworkOf(this SecretsOfDays secrets, HttpContext context, DateOnly day, CancellationToken cancellation) =>
        Hash(await secrets.Of(day, cancellation), Network.Of(context));

    private static Guid Hash(byte[] secret, string who) => new(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(who)).AsSpan(0, 16));
}
