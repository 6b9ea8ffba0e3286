namespace Souq.Mail.Operating;

/// <summary>Marks the texts of the operator's pages.</summary>
public sealed class OperatorText;
