using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore.Visitors;
using Souq.Web.Security;

namespace Souq.Listings.Favourites;

/// <summary>
/// How often hearts can be pressed: more than anybody does, less than a program would. Each node counts for itself; nothing of worth hangs
/// on it.
/// </summary>
public static class HeartFlood
{
    public const string Policy = "hearts";

    /// <summary>Of one person in a minute.</summary>
    public const int OfPerson = 120;

    /// <summary>Of all visitors of one network in a minute: families, cafés and whole operators share an address.</summary>
    public const int OfNetwork = 1_200;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public static void AddHeartFlood(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = Period.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Policy, http => http.User.PersonId() is { } person ? Of("p" + person, OfPerson) : Of("n" + Network.Of(http), OfNetwork));
    });

    private static RateLimitPartition<string> Of(string who, int times) => RateLimitPartition.GetTokenBucketLimiter(
        who, _ => new TokenBucketRateLimiterOptions { TokenLimit = times, TokensPerPeriod = times, ReplenishmentPeriod = Period });
}
