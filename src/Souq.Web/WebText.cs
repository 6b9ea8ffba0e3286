namespace Souq.Web;

/// <summary>The words of the UI kit itself; every module has such a class for its own.</summary>
public sealed class WebText;
