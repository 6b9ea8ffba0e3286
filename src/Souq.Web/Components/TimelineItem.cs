namespace Souq.Web.Components;

/// <summary>Something that happened.</summary>
public sealed record TimelineItem(DateTimeOffset At, string Title, string? Text = null, string Icon = "clock", BadgeKind Kind = BadgeKind.Plain);
