using Souq.Kernel;

namespace Souq.Accounts.SigningUp;

/// <summary>What was typed into the form, as it was typed.</summary>
public sealed record SignUpForm(string? Name, string? Email, string? Password, string? Phone, bool Terms);

/// <summary>The same, read and cleaned.</summary>
public sealed record SignUpData(string Name, string Email, string Password, string? Phone)
{
    public static (SignUpData? Data, IReadOnlyList<Refusal> Refusals) Read(SignUpForm form)
    {
        List<Refusal> refusals = [];
        var name = PersonRules.Name(form.Name, refusals);
        var email = PersonRules.Email(form.Email, refusals);
        var password = PersonRules.Password(form.Password, refusals);
        if (password is not null && email is not null && password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase)
            && email.IndexOf('@') >= 5)
            refusals.Add(new("Password.LikeEmail", "password"));
        var phone = PersonRules.Phone(form.Phone, refusals);
        if (!form.Terms) refusals.Add(new("Terms.Missing", "terms"));
        return refusals.Count > 0 ? (null, refusals) : (new(name!, email!, password!, phone), refusals);
    }
}
