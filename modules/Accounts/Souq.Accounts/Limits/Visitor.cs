using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Souq.Web.Security;

namespace Souq.Accounts.Limits;

/// <summary>Who is asking, as far as counting needs to know.</summary>
public sealed class Visitor(DailySecrets secrets, TimeProvider time)
{
    /// <summary>The address for IPv4, the /64 for IPv6, in which one household changes addresses freely.</summary>
    public static string Network(HttpContext context) => Network(context.Connection.RemoteIpAddress);

    public static string Network(IPAddress? address)
    {
        if (address is null) return "local";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) + "/64"
            : address.ToString();
    }

    /// <summary>The person, or today's hash of a visitor's network.</summary>
    public async ValueTask<string> KeyOf(HttpContext context, CancellationToken cancellation)
    {
        if (context.User.PersonId() is { } person) return person.ToString("N");
        var secret = await secrets.Of(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
        return Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Network(context))).AsSpan(0, 16));
    }
}
