namespace Souq.Web.Kit;

/// <summary>Sample words of the kit page.</summary>
public sealed class KitText;
