namespace Souq.Accounts.Trust;

/// <summary>Texts about trust.</summary>
public sealed class TrustText;
