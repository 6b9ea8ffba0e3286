namespace Souq.Moderation.Rules;

/// <summary>Marks the texts about rules.</summary>
public sealed class RulesText;
