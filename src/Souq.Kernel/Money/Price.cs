namespace Souq.Kernel;

/// <summary>How a price is meant.</summary>
public enum PriceType { Firm, Negotiable, BestOffer, Free, OnRequest }

/// <summary>The unit people count in: dinars, millions of centimes (10,000 DA) or milliards of centimes (10,000,000 DA).</summary>
public enum PriceUnit { Dinar, Million, Milliard }

/// <summary>What is asked for a thing: whole Algerian dinars, or no amount when it is free or on request.</summary>
/// <param name="Type">How the amount is meant.</param>
/// <param name="Dinars">Whole dinars, more than 0; <c>null</c> exactly when the type carries no amount.</param>
public sealed record Price(PriceType Type, long? Dinars);
