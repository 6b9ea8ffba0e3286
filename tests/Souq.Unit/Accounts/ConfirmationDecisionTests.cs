using Microsoft.AspNetCore.DataProtection;
using Souq.Accounts;
using Souq.Accounts.Confirming;
using Souq.Accounts.Contracts;
using Souq.Accounts.Erasing;
using Souq.Accounts.Letters;
using Souq.Accounts.Passwords;
using Souq.Accounts.Roles;
using Souq.Kernel;
using Souq.Web.Security;

namespace Souq.Unit.Accounts;

public sealed class ConfirmationDecisionTests
{
    private readonly LinkToken tokens = new(new EphemeralDataProtectionProvider(), People.Clock);

    [Fact]
    public void Who_confirms_joins()
    {
        var person = People.Unconfirmed();

        var (events, _, messages) = ConfirmEmailHandler.Handle(
            new(person.Id, People.StampOf(person, tokens)), People.MembershipOf(person), person, People.Clock);

        person.Confirmed.ShouldBeTrue();
        events.ShouldBe([new EmailConfirmed(People.Noon)]);
        messages.ShouldBe([new PersonJoined(person.Id, People.Noon)]);
    }

    [Fact]
    public void Confirming_twice_is_joining_once()
    {
        var person = People.Confirmed();

        var (events, ops, messages) = ConfirmEmailHandler.Handle(
            new(person.Id, People.StampOf(person, tokens)), People.MembershipOf(person), person, People.Clock);

        events.ShouldBeEmpty();
        ops.ShouldBeEmpty();
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_link_from_before_a_later_sign_up_confirms_nothing()
    {
        var person = People.Unconfirmed();
        var stamp = People.StampOf(person, tokens);
        person.SecurityStamp = Person.NewStamp();

        Should.Throw<RefusedException>(() => ConfirmEmailHandler.Handle(new(person.Id, stamp), People.MembershipOf(person), person, People.Clock))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Confirm.Stale");
    }

    [Fact]
    public void A_new_password_ends_sessions_lifts_the_lock_and_uses_up_its_link()
    {
        var person = People.Confirmed();
        (person.FailedTries, person.LockedUntil) = (5, People.Noon.AddMinutes(10));
        var command = new ResetPassword(person.Id, People.StampOf(person, tokens), "new");
        var stamp = person.SecurityStamp;

        var (events, _, messages) = ResetPasswordHandler.Handle(command, People.MembershipOf(person), person, People.Clock);

        person.PasswordHash.ShouldBe("new");
        person.SecurityStamp.ShouldNotBe(stamp);
        person.LockedUntil.ShouldBeNull();
        events.ShouldBe([new PasswordChanged(People.Noon)]);
        messages.ShouldBeEmpty();
        Should.Throw<RefusedException>(() => ResetPasswordHandler.Handle(command, People.MembershipOf(person), person, People.Clock));
    }

    [Fact]
    public void A_new_password_proves_the_address_too()
    {
        var person = People.Unconfirmed();

        var (events, _, messages) = ResetPasswordHandler.Handle(
            new(person.Id, People.StampOf(person, tokens), "new"), People.MembershipOf(person), person, People.Clock);

        person.Confirmed.ShouldBeTrue();
        events.OfType<EmailConfirmed>().ShouldHaveSingleItem();
        messages.ShouldBe([new PersonJoined(person.Id, People.Noon)]);
    }

    [Fact]
    public void A_role_is_granted_once()
    {
        var person = People.Confirmed();
        var command = new GrantRole(person.Id, Principal.Admin, null);
        var membership = People.MembershipOf(person);

        var (events, _, told) = GrantRoleHandler.Handle(command, membership, person, People.Clock);
        var granted = events.ShouldHaveSingleItem().ShouldBeOfType<RoleGranted>();
        person.Roles.ShouldBe([Principal.Admin]);
        told.ShouldHaveSingleItem().ShouldBeOfType<StaffChanged>().Roles.ShouldBe([Principal.Admin]);

        GrantRoleHandler.Handle(command, membership.Apply(granted), person, People.Clock).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_erased_is_erased_once_and_everybody_hears_of_it()
    {
        var person = People.Confirmed();
        var membership = People.MembershipOf(person).Apply(new RoleGranted(Principal.Moderator, null, People.Noon));

        var (events, _, messages) = ErasePersonHandler.Handle(new(person.Id), membership, People.Clock);
        messages.ShouldBe([new PersonErased(person.Id, People.Noon)]);

        var erased = membership.Apply((DataErased)events.Single());
        erased.Roles.ShouldBeEmpty();
        ErasePersonHandler.Handle(new(person.Id), erased, People.Clock).Item1.ShouldBeEmpty();
    }
}
