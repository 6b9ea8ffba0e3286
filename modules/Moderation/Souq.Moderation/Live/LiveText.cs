namespace Souq.Moderation.Live;

/// <summary>Marks the texts about what changes on the console by itself.</summary>
public sealed class LiveText;
