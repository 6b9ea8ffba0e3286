namespace Souq.Accounts;

/// <summary>Marks the texts of this module.</summary>
public sealed class AccountsText;
