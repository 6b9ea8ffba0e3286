using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;

namespace Souq.Digests.Subscribing;

/// <summary>What the letters about a subscription say in common.</summary>
public abstract class SubscriptionLetter : ComponentBase
{
    [Inject] protected ICatalog Catalog { get; set; } = null!;
    [Inject] protected DigestLinks Links { get; set; } = null!;
    [Inject] protected IStringLocalizer<DigestsText> T { get; set; } = null!;

    [Parameter, EditorRequired] public DigestSubscription Subscription { get; set; } = null!;

    protected string Topic => TopicText.Of(Subscription.Topic, Catalog.Current, T);

    protected string HowOften => T[$"Frequency.{Subscription.Frequency}"];
}
