namespace Souq.Web.Forms;

/// <summary>One thing to choose in a select, a group of pills or a list of filters.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What people read.</param>
/// <param name="Group">Heading above it and its neighbours of the same group, in a select.</param>
/// <param name="Count">How many things wait behind it; <c>null</c> when nobody counted.</param>
public sealed record Choice(string Value, string Text, string? Group = null, long? Count = null);
