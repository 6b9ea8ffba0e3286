using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.EventStore;

/// <summary>What the host must know of a module: where its handlers and pages are, and which store its transactions use.</summary>
/// <param name="Schema">PostgreSQL schema of everything the module keeps.</param>
/// <param name="Store">Marker interface of its Marten store.</param>
public sealed record Module(string Schema, Assembly Assembly, Type Store);

public static class Modules
{
    /// <summary>Those added so far.</summary>
    public static IReadOnlyList<Module> Of(IServiceCollection services) => [.. services.Select(s => s.ImplementationInstance).OfType<Module>()];
}
