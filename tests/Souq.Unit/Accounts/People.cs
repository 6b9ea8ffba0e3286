using Microsoft.Extensions.Time.Testing;
using Souq.Accounts;
using Souq.Kernel;

namespace Souq.Unit.Accounts;

/// <summary>People in the states that decisions ask about.</summary>
internal static class People
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
    public static readonly TimeProvider Clock = new FakeTimeProvider(Noon);

    public static Person Unconfirmed() => new()
    {
        Id = Guid.CreateVersion7(),
        Email = "amina@example.dz",
        NormalizedEmail = Person.Normalize("amina@example.dz"),
        Name = "Amina",
        PasswordHash = "first",
        Language = Language.French,
    };

    public static Person Confirmed()
    {
        var person = Unconfirmed();
        person.Confirmed = true;
        return person;
    }

    public static Membership MembershipOf(Person person)
    {
        var membership = Membership.Create(new PersonRegistered(Noon.AddDays(-2))) with { Id = person.Id };
        if (person.Confirmed) membership = membership.Apply(new EmailConfirmed(Noon.AddDays(-1)));
        if (person.ShowPhone) membership = membership.Apply(new PhoneShown(Noon.AddDays(-1)));
        return person.StoreName is null ? membership : membership.Apply(new StoreOpened(Noon.AddDays(-1)));
    }

    public static string StampOf(Person person, Souq.Accounts.Letters.LinkToken tokens)
    {
        var token = tokens.Write("test", person, TimeSpan.FromHours(1));
        return tokens.Read("test", token)!.Stamp;
    }
}
