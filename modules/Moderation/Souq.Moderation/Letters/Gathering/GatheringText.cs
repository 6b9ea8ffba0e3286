namespace Souq.Moderation.Letters.Gathering;

/// <summary>Marks the texts of letters about several refusals.</summary>
public sealed class GatheringText;
