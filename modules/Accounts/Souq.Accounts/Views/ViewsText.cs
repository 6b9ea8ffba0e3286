namespace Souq.Accounts.Views;

/// <summary>Marks the texts about who has seen what.</summary>
public sealed class ViewsText;
