namespace Souq.Web.Components;

/// <summary>Somewhere to go.</summary>
/// <param name="Href">Relative to the base address, without a leading slash.</param>
/// <param name="On">It is where the reader is.</param>
/// <param name="Count">How many things wait there; <c>null</c> when nobody counted.</param>
public sealed record Link(string Href, string Text, bool On = false, long? Count = null);
