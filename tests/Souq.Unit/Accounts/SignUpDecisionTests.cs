using Souq.Accounts;
using Souq.Accounts.Confirming;
using Souq.Accounts.SigningUp;
using Souq.Kernel;
using Wolverine.Marten;

namespace Souq.Unit.Accounts;

public sealed class SignUpDecisionTests
{
    private static readonly SignUp Command =
        new(Guid.CreateVersion7(), "amina@example.dz", "Amina B.", "hash", "+213550000001", Language.Arabic, "/offer");

    [Fact]
    public void A_new_address_makes_a_person_and_a_letter()
    {
        var (ops, messages) = SignUpHandler.Handle(Command, null, People.Clock);

        var person = (Person)ops.OfType<InsertDoc<Person>>().Single().Document;
        person.Id.ShouldBe(Command.PersonId);
        person.Confirmed.ShouldBeFalse();
        person.PasswordHash.ShouldBe("hash");
        ops.OfType<StartStream<Membership>>().Single().Events.ShouldBe([new PersonRegistered(People.Noon)]);
        messages.ShouldHaveSingleItem().ShouldBeOfType<SendConfirmation>().ReturnUrl.ShouldBe("/offer");
    }

    [Fact]
    public void A_known_address_changes_nothing_and_tells_only_its_mailbox()
    {
        var known = People.Confirmed();

        var (ops, messages) = SignUpHandler.Handle(Command, known, People.Clock);

        ops.ShouldBeEmpty();
        known.PasswordHash.ShouldBe("first");
        messages.ShouldHaveSingleItem().ShouldBeOfType<SendAlreadyKnown>().PersonId.ShouldBe(known.Id);
    }

    [Fact]
    public void Before_confirmation_the_last_sign_up_counts_and_older_letters_are_void()
    {
        var known = People.Unconfirmed();
        var stamp = known.SecurityStamp;

        var (ops, messages) = SignUpHandler.Handle(Command, known, People.Clock);

        known.PasswordHash.ShouldBe("hash");
        known.SecurityStamp.ShouldNotBe(stamp);
        ops.OfType<AppendTo>().Single().Events.ShouldBe([new RegistrationRepeated(People.Noon)]);
        messages.ShouldHaveSingleItem().ShouldBeOfType<SendConfirmation>().PersonId.ShouldBe(known.Id);
    }

    [Fact]
    public void A_logged_sign_up_says_nothing_of_the_person() =>
        Command.ToString().ShouldBe($"SignUp {Command.PersonId}");
}
