using Souq.Kernel;
using Souq.Mail;

namespace Souq.Accounts;

/// <summary>What a person may call himself and where he can be reached. Each rule gives the cleaned value, or says what is wrong.</summary>
public static class PersonRules
{
    public const int PasswordMin = 8;
    public const int PasswordMax = 128;
    public const int NameMin = 2;
    public const int NameMax = 60;

    /// <summary>The address in the one form it is kept in.</summary>
    public static string? Email(string? typed, ICollection<Refusal> refusals, string field = "email")
    {
        if (string.IsNullOrWhiteSpace(typed)) refusals.Add(new("Email.Missing", field));
        else if (EmailAddress.TryFold(typed, out var email)) return email;
        else refusals.Add(new("Email.Wrong", field));
        return null;
    }

    public static string? Name(string? typed, ICollection<Refusal> refusals, string field = "name")
    {
        var name = SafeText.Line(typed);
        if (name.Length == 0) refusals.Add(new("Name.Missing", field));
        else if (name.Length is < NameMin or > NameMax) refusals.Add(new("Name.Length", field, NameMin, NameMax));
        // A name is no place for a link or a phone number.
        else if (!name.Any(char.IsLetter) || name.Count(char.IsDigit) > 4 || name.IndexOfAny(['@', '<', '>', '/']) >= 0)
            refusals.Add(new("Name.Wrong", field));
        else return name;
        return null;
    }

    public static string? Password(string? typed, ICollection<Refusal> refusals, string field = "password")
    {
        if (string.IsNullOrEmpty(typed)) refusals.Add(new("Password.Missing", field));
        else if (typed.Length < PasswordMin) refusals.Add(new("Password.Short", field, PasswordMin));
        else if (typed.Length > PasswordMax) refusals.Add(new("Password.Long", field, PasswordMax));
        else if (typed.Distinct().Count() < 3) refusals.Add(new("Password.Simple", field));
        else return typed;
        return null;
    }

    /// <summary>E.164; <c>null</c> without a refusal when there is none.</summary>
    public static string? Phone(string? typed, ICollection<Refusal> refusals, string field = "phone")
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (PhoneNumber.TryParse(typed, out var number)) return number.E164;
        refusals.Add(new("Phone.Wrong", field));
        return null;
    }

    /// <summary>A stored number as people here read it.</summary>
    public static string? PhoneForPeople(string? e164) => PhoneNumber.TryParse(e164, out var number) ? number.Display : e164;
}
