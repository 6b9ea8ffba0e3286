using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Souq.Web.Security;

namespace Souq.Accounts.Limits;

/// <summary>Who is asking, as far as counting needs to know.</summary>
public sealed class Visitor(DailySecrets secrets, TimeProvider time)
{
    /// <inheritdoc cref="Souq.EventStore.Visitors.Network.Of(HttpContext)"/>
    public static string Network(HttpContext context) => EventStore.Visitors.Network.Of(context);

    /// <summary>The person, or today's hash of a visitor's network.</summary>
    public async ValueTask<string> KeyOf(HttpContext context, CancellationToken cancellation)
    {
        if (context.User.PersonId() is { } person) return person.ToString("N");
        var secret = await secrets.Of(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
        return Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Network(context))).AsSpan(0, 16));
    }
}
