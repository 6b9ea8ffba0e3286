using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Souq.Digests.Sending;

namespace Souq.Digests.Subscribing;

/// <summary>What the letters about a subscription say in common.</summary>
public abstract class SubscriptionLetter : ComponentBase
{
    [Inject] protected DigestLinks Links { get; set; } = null!;
    [Inject] protected DigestWords Words { get; set; } = null!;
    [Inject] protected RhythmWords Rhythms { get; set; } = null!;
    [Inject] protected IStringLocalizer<DigestsText> T { get; set; } = null!;

    [Parameter, EditorRequired] public DigestSubscription Subscription { get; set; } = null!;

    [Parameter, EditorRequired] public SavedSearch Search { get; set; } = null!;

    protected string HowOften => Rhythms.Of(Subscription.Rhythm);
}
