namespace Souq.Web.Components;

/// <summary>One line of a table of facts, both sides ready to read.</summary>
public sealed record Fact(string Name, string Value);
