namespace Souq.Accounts.Staff;

/// <summary>Marks the texts about those who work for the market.</summary>
public sealed class StaffText;
