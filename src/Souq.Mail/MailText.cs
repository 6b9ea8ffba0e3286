namespace Souq.Mail;

/// <summary>Marks the texts of letters and of the development mailbox.</summary>
public sealed class MailText;
