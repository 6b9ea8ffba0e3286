namespace Souq.Mail.Letters;

/// <summary>A number in a letter, with what it is and one line under it.</summary>
public sealed record MailFigure(string Label, string Value, string Note);
