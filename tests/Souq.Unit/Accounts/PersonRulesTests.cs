using Souq.Accounts;
using Souq.Accounts.SigningUp;
using Souq.Kernel;

namespace Souq.Unit.Accounts;

public sealed class PersonRulesTests
{
    private static readonly SignUpForm Right = new("أمينة بوعلام", "Amina@Example.DZ ", "a long sentence", "0550 12 34 56", true);

    [Fact]
    public void What_is_typed_is_kept_in_one_form()
    {
        var (data, refusals) = SignUpData.Read(Right);

        refusals.ShouldBeEmpty();
        data.ShouldBe(new SignUpData("أمينة بوعلام", "amina@example.dz", "a long sentence", "+213550123456"));
    }

    [Fact]
    public void The_phone_may_be_left_out() => SignUpData.Read(Right with { Phone = " " }).Data!.Phone.ShouldBeNull();

    [Fact]
    public void An_empty_form_is_refused_at_every_field_at_once() =>
        SignUpData.Read(new(null, null, null, null, false)).Refusals.Select(r => (r.Field, r.Key)).ShouldBe(
        [
            ("name", "Name.Missing"), ("email", "Email.Missing"), ("password", "Password.Missing"), ("terms", "Terms.Missing"),
        ]);

    [Theory]
    [InlineData("short", "Password.Short")]
    [InlineData("aaaaaaaabb", "Password.Simple")]
    [InlineData("amina.b2026", "Password.LikeEmail")]
    public void A_password_that_is_easily_guessed_is_refused(string password, string key) =>
        SignUpData.Read(Right with { Email = "amina.b@example.dz", Password = password }).Refusals.ShouldHaveSingleItem().Key.ShouldBe(key);

    [Theory]
    [InlineData("ح", "Name.Length")]
    [InlineData("0550 12 34 56 call", "Name.Wrong")]
    [InlineData("see http://example.dz/x", "Name.Wrong")]
    [InlineData("me@example.dz", "Name.Wrong")]
    [InlineData("1234", "Name.Wrong")]
    public void A_name_is_a_name(string name, string key)
    {
        List<Refusal> refusals = [];
        PersonRules.Name(name, refusals).ShouldBeNull();
        refusals.ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("Dr. Aït-Ali O'Neil")]
    [InlineData("حدّاد")]
    [InlineData("Garage 2000")]
    public void Names_of_people_and_shops_pass(string name)
    {
        List<Refusal> refusals = [];
        PersonRules.Name("  " + name + " ", refusals).ShouldBe(name);
        refusals.ShouldBeEmpty();
    }

    [Fact]
    public void Addresses_that_differ_only_in_case_and_blanks_are_one() =>
        Person.Normalize(" Amina@Example.dz").ShouldBe(Person.Normalize("aMINA@EXAMPLE.DZ"));
}
