using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Moderation.Bulk;

internal static class BulkRegistration
{
    public static void AddBulk(this IServiceCollection services) => services.AddSingleton<AlikeReader>();

    // Delivered twice at once, the second finds what the first has done.
    public static void AddBulk(this StoreOptions options) => options.Schema.For<BulkDecision>().UseOptimisticConcurrency(true);
}
