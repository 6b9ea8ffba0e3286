namespace Souq.Mail.Operating;

/// <summary>Names of the slots on the operator's pages.</summary>
public static class MailSlots
{
    /// <summary>On the overview: runs and slices of those who send many letters. No context.</summary>
    public const string Runs = "mail.runs";

    /// <summary>Who did something: the id of a person.</summary>
    public const string Person = "mail.person";
}
