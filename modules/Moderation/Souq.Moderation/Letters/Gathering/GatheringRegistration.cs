using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Mail.Templates;

namespace Souq.Moderation.Letters.Gathering;

internal static class GatheringRegistration
{
    public static void AddGathering(this IServiceCollection services) => services.AddMailTemplate<RefusedManyTemplate>();

    public static void AddGathering(this StoreOptions options) => options.Schema.For<ToldRefusal>().UseOptimisticConcurrency(true)
        .Duplicate(t => t.SellerId).Duplicate(t => t.LetterId!).Duplicate(t => t.At);
}
