using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Souq.EventStore.Visitors;

/// <summary>Where somebody comes from, as far as counting needs to know; to be hashed before it is kept.</summary>
public static class Network
{
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>The address for IPv4, the /64 for IPv6, in which one household changes addresses freely.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "local";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) + "/64"
            : address.ToString();
    }
}
