using System.Reflection;

namespace Souq.EventStore;

/// <summary>What the host must know of a module: where its handlers and pages are, and which store its transactions use.</summary>
/// <param name="Schema">PostgreSQL schema of everything the module keeps.</param>
/// <param name="Store">Marker interface of its Marten store.</param>
public sealed record Module(string Schema, Assembly Assembly, Type Store);

/// <summary>
/// A fact that comes in floods: whoever listens gets all of the last moments as one array, in one transaction. As durable as any other:
/// each is kept until all of its array is handled, and may come again after a crash.
/// </summary>
public sealed record FactInFloods(Type Fact);
