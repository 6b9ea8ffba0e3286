namespace Souq.Moderation.Bulk;

/// <summary>Marks the texts about deciding cases that are alike.</summary>
public sealed class BulkText;
