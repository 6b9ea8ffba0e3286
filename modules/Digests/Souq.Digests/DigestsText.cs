namespace Souq.Digests;

/// <summary>Marks the texts of this module.</summary>
public sealed class DigestsText;
