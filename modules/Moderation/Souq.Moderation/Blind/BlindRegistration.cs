using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Moderation.Blind;

internal static class BlindRegistration
{
    public static void AddBlind(this IServiceCollection services) => services.AddSingleton<BlindDesk>();

    public static void AddBlind(this StoreOptions options)
    {
        options.Projections.Snapshot<SecondLook>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<BlindSampling>(SnapshotLifecycle.Inline);
        options.Schema.For<SecondLook>().Duplicate(l => l.At).Duplicate(l => l.State).Index(l => new { l.State, l.At });
    }
}
