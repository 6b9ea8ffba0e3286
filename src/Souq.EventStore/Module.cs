using System.Reflection;

namespace Souq.EventStore;

/// <summary>What the host must know of a module: where its handlers and pages are, and which store its transactions use.</summary>
/// <param name="Schema">PostgreSQL schema of everything the module keeps.</param>
/// <param name="Store">Marker interface of its Marten store.</param>
public sealed record Module(string Schema, Assembly Assembly, Type Store);
