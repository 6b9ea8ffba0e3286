using Microsoft.AspNetCore.Components;

namespace Souq.Moderation.Sanctions;

/// <summary>What letters about a decision on a person are told.</summary>
public abstract class SanctionLetterBase : ComponentBase
{
    [Parameter, EditorRequired] public Imposed Sanction { get; set; } = null!;

    [Parameter, EditorRequired] public SanctionWords Words { get; set; } = null!;

    /// <summary>Where it is read, and appealed against, without signing in.</summary>
    [Parameter, EditorRequired] public string Href { get; set; } = "";

    [Parameter] public string? RecipientName { get; set; }
}
