using System.Text.Json.Serialization;

namespace Souq.Kernel;

/// <summary>How a price is meant. New ones are added at the end: their numbers are stored.</summary>
public enum PriceType { Firm, Negotiable, BestOffer, Free, OnRequest, Exchange }

/// <summary>The unit people count in: dinars, millions of centimes (10,000 DA) or milliards of centimes (10,000,000 DA).</summary>
public enum PriceUnit { Dinar, Million, Milliard }

/// <summary>What the amount buys: the whole thing, a square metre of it, or its use for a time. New ones are added at the end.</summary>
public enum PricePer { Whole, SquareMetre, Month, Night, Day, Hour }

/// <summary>What is asked for a thing: whole Algerian dinars, or no amount when it is free or on request.</summary>
/// <param name="Type">How the amount is meant.</param>
/// <param name="Dinars">
/// Whole dinars, more than 0. <c>null</c> when it is free or on request, and when a swap names no value.
/// </param>
/// <param name="Per">What the amount buys.</param>
public sealed record Price(PriceType Type, long? Dinars, PricePer Per = PricePer.Whole)
{
    [JsonIgnore]
    public Money? Amount => Dinars is { } dinars ? new Money(dinars) : null;
}
