using System.Net;
using System.Security.Cryptography;
using Npgsql;

namespace Souq.Digests.Subscribing;

/// <summary>How many mails one mailbox may be sent by strangers, and how many one network may ask for.</summary>
public sealed class RequestLimits(NpgsqlDataSource database, TimeProvider time)
{
    public const int LettersPerMailboxAndDay = 6;
    public const int RequestsPerNetworkAndHour = 30;

    /// <summary>Key of the refusal.</summary>
    public const string TooMany = "Digest.TooManyRequests";

    public Task<bool> TakeNetwork(string network, CancellationToken cancellation) =>
        Take("n:" + network, TimeSpan.FromHours(1), RequestsPerNetworkAndHour, cancellation);

    public Task<bool> TakeMailbox(Guid subscriberId, CancellationToken cancellation) =>
        Take($"m:{subscriberId:n}", TimeSpan.FromDays(1), LettersPerMailboxAndDay, cancellation);

    /// <summary>The network an address belongs to (IPv4 /24, IPv6 /48), as a short hash; kept for two days.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "unknown";
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, bytes.Length == 4 ? 3 : 6)).AsSpan(0, 8));
    }

    // On a connection of its own: a request that is refused afterwards has been made all the same.
    private async Task<bool> Take(string bucket, TimeSpan window, int limit, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await using var command = database.CreateCommand(
            """
            with taken as (
              insert into digests.requests (bucket, hour, count) values ($1, $2, 1)
              on conflict (bucket, hour) do update set count = requests.count + 1
              returning count)
            select (select count from taken) + coalesce((select sum(count) from digests.requests where bucket = $1 and hour > $3 and hour < $2), 0)
            """);
        command.Parameters.Add(new() { Value = bucket });
        command.Parameters.Add(new() { Value = hour });
        command.Parameters.Add(new() { Value = hour - window });
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) <= limit;
    }
}
