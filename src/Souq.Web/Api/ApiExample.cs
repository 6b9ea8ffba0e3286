namespace Souq.Web.Api;

/// <summary>Examples for the description of an operation, as JSON: metadata of its endpoint.</summary>
public sealed record ApiExample(string? Request, string? Response);
