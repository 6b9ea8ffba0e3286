using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Web.Slots;

/// <summary>A component that a module places on another module's page.</summary>
/// <param name="Component">Has one parameter, <c>Context</c>, of the type the slot names.</param>
public sealed record SlotEntry(string Slot, Type Component, int Order);

public static class SlotRegistration
{
    /// <summary>Places a component in a named slot; lower orders come first.</summary>
    public static IServiceCollection AddSlot<TComponent>(this IServiceCollection services, string slot, int order = 100)
        where TComponent : IComponent => services.AddSingleton(new SlotEntry(slot, typeof(TComponent), order));
}
