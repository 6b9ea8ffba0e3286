namespace Souq.Mail.Templates;

/// <summary>Marks the made-up words of sample letters, for every module to use.</summary>
public sealed class SampleText;
