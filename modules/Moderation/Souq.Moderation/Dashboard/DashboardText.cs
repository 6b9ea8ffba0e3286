namespace Souq.Moderation.Dashboard;

/// <summary>Marks the texts about how much moderators decide, how quickly and how alike.</summary>
public sealed class DashboardText;
