using Souq.Accounts;
using Souq.Accounts.Phones;
using Souq.Accounts.Profile;

namespace Souq.Unit.Accounts;

public sealed class ProfileDecisionTests
{
    [Fact]
    public void Saving_what_is_already_so_writes_nothing()
    {
        var person = People.Confirmed();
        var (events, ops, _) = ChangeProfileHandler.Handle(
            new(person.Id, person.Name, null, false, person.Language), People.MembershipOf(person), person, People.Clock);
        events.ShouldBeEmpty();
        ops.ShouldBeEmpty();
    }

    [Fact]
    public void A_phone_can_be_shown_and_hidden_again()
    {
        var person = People.Confirmed();
        var show = new ChangeProfile(person.Id, person.Name, "+213550000001", true, person.Language);

        var (shown, _, _) = ChangeProfileHandler.Handle(show, People.MembershipOf(person), person, People.Clock);
        shown.OfType<PhoneShown>().ShouldHaveSingleItem();
        person.ShowPhone.ShouldBeTrue();

        var (hidden, _, _) = ChangeProfileHandler.Handle(show with { ShowPhone = false }, People.MembershipOf(person), person, People.Clock);
        hidden.ShouldBe([new PhoneHidden(People.Noon)]);
    }

    [Fact]
    public void Without_a_number_there_is_nothing_to_show()
    {
        var person = People.Confirmed();
        ChangeProfileHandler.Handle(
            new(person.Id, "Amina", null, true, person.Language), People.MembershipOf(person), person, People.Clock);
        person.ShowPhone.ShouldBeFalse();
    }

    [Fact]
    public void The_same_viewer_counts_once_a_day()
    {
        var command = new RevealPhone(Guid.CreateVersion7(), Guid.CreateVersion7(), "viewer");
        var first = PhoneReveal.Of(command, People.Noon);

        PhoneReveal.Of(command, People.Noon.AddHours(5)).ShouldBe(first);
        PhoneReveal.Of(command, People.Noon.AddDays(1)).Id.ShouldNotBe(first.Id);
        PhoneReveal.Of(command with { ViewerKey = "another" }, People.Noon).Id.ShouldNotBe(first.Id);
        RevealPhoneHandler.Handle(command, null, People.Clock).Item2.ShouldHaveSingleItem();
        RevealPhoneHandler.Handle(command, first, People.Clock).Item2.ShouldBeEmpty();
    }

    [Fact]
    public void Events_of_a_person_hold_nothing_personal()
    {
        var events = typeof(Membership).Assembly.GetTypes().Where(t => typeof(Membership).GetMethods()
            .Any(m => m.Name is "Apply" or "Create" && m.GetParameters()[0].ParameterType == t)).ToList();

        events.Count.ShouldBeGreaterThan(8);
        foreach (var property in events.SelectMany(e => e.GetProperties()))
            (property.PropertyType == typeof(DateTimeOffset) || property.PropertyType == typeof(Guid?) || property.Name is "TokenId" or "SanctionId" or "Kind" or "Acts" or "Until" or "Role" or "Sections" or "Level" or "Why" or "EqualityContract")
                .ShouldBeTrue($"{property.DeclaringType!.Name}.{property.Name}");
    }
}
