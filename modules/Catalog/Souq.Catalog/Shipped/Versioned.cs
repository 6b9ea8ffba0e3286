namespace Souq.Catalog.Shipped;

/// <summary>A piece of delivered data; a higher number replaces what an older delivery brought, unless a person has changed it.</summary>
public sealed record Versioned<T>(int Version, T Value);
