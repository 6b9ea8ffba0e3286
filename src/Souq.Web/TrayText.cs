namespace Souq.Web;

/// <summary>The words of the tray of photos.</summary>
public sealed class TrayText;
