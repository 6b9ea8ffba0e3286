namespace Souq.Accounts.Stores;

/// <summary>Marks the texts about stores.</summary>
public sealed class StoresText;
