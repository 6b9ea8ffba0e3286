namespace Souq.Web.Addresses;

/// <summary>Feature of a request whose page is known under another address than it was asked by, relative to the base of the language.</summary>
public sealed record KnownAs(string Relative);
