using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Moderation.Texts;

internal static class TextsRegistration
{
    public static void AddTexts(this IServiceCollection services) => services.AddSingleton<StandardTexts>();

    public static void AddTexts(this StoreOptions options) => options.Projections.Snapshot<StandardText>(SnapshotLifecycle.Inline);
}
